/** When a client may repeat a request unchanged after an error: `never`, `later`, or `now`, that is at once. */
export type Retry = 'never' | 'later' | 'now';

export interface CodeDefinition {
  /** HTTP status when the whole request fails with this code. */
  http: number;
  /** The request is sound HTTP and JSON; what is wrong is the GraphQL in it. In application/json it is answered 200. */
  isAboutOperation?: true;
  retry: Retry;
  meaning: string;
  /** What the client does about it. */
  remedy: string;
}

/**
 * Every `extensions.code` that our own code sends. docs/errors.md is printed from this table.
 * Codes are stable: front ends may branch on them.
 */
export const ERROR_CODES = {
  BAD_REQUEST: {
    http: 400,
    retry: 'never',
    meaning: 'The HTTP request is no GraphQL request: it has no JSON, no query, or bytes that are not UTF-8.',
    remedy: 'Send a JSON object with a string "query", encoded as UTF-8.',
  },
  REQUEST_TOO_LARGE: {
    http: 413,
    retry: 'never',
    meaning: 'The request body is larger than the limit.',
    remedy: 'Send a smaller body; move long lists into several requests.',
  },
  METHOD_NOT_ALLOWED: {
    http: 405,
    retry: 'never',
    meaning: 'The address does not allow this HTTP method, or a mutation came by GET.',
    remedy: 'Send operations by POST; GET serves queries only.',
  },
  NOT_ACCEPTABLE: {
    http: 406,
    retry: 'never',
    meaning:
      'The accept header allows none of the media types of this address, or not the one that an operation with @defer needs.',
    remedy:
      'Accept application/graphql-response+json or application/json; for @defer multipart/mixed with deferSpec=20220824 or incrementalSpec=v0.2.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    http: 415,
    retry: 'never',
    meaning: 'The address does not read bodies of this content type.',
    remedy: 'Send content-type: application/json.',
  },
  NOT_FOUND: {
    http: 404,
    retry: 'never',
    meaning:
      'There is no such address, or nothing with this well-formed code. With "key": a department refers to an entity that another, "department", does not hold.',
    remedy: 'Check the code; the register may not have it yet.',
  },
  GRAPHQL_PARSE_FAILED: {
    http: 400,
    isAboutOperation: true,
    retry: 'never',
    meaning: 'The query is not GraphQL.',
    remedy: 'The message and its location show where the syntax is wrong.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    http: 400,
    isAboutOperation: true,
    retry: 'never',
    meaning: 'The query is not valid against the schema.',
    remedy: 'Compare the named field, argument or fragment with the schema.',
  },
  BAD_USER_INPUT: {
    http: 400,
    isAboutOperation: true,
    retry: 'never',
    meaning: 'A variable does not have the type that the operation declares for it.',
    remedy: 'The message names the variable and the type.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    http: 400,
    isAboutOperation: true,
    retry: 'never',
    meaning:
      'The document has no operation to execute: `operationName` names none, or is missing where there are several.',
    remedy: 'Set `operationName` to the name of one operation in the query.',
  },
  INVALID_ARGUMENT: {
    http: 400,
    retry: 'never',
    meaning: 'An argument is out of range or malformed.',
    remedy: 'The message names the argument and what it accepts.',
  },
  MALFORMED_CODE: {
    http: 400,
    retry: 'never',
    meaning:
      'A national code (USCC, region, industry, parcel, real-estate unit) has the wrong form or check character.',
    remedy: 'Correct the code; the message names the broken rule.',
  },
  UNKNOWN_CODE: {
    http: 400,
    retry: 'never',
    meaning: 'A filter names a well-formed code that is not in the code table.',
    remedy: 'Look the code up first (region, industry, serviceItem).',
  },
  INVALID_DATE: {
    http: 400,
    retry: 'never',
    meaning: 'A date is no calendar day in the form YYYY-MM-DD, or a time is not in the form of ISO 8601.',
    remedy: 'Correct the date.',
  },
  MALFORMED_CURSOR: {
    http: 400,
    retry: 'never',
    meaning: 'An `after` cursor is not of this connection, this parent and these arguments.',
    remedy: 'Pass `pageInfo.endCursor` or `edges.cursor` unchanged, or start again without a cursor.',
  },
  CONTRADICTORY_FILTER: {
    http: 400,
    retry: 'never',
    meaning: 'No row can match the filter, because two of its conditions exclude each other.',
    remedy: 'The message names both conditions; remove or correct one.',
  },
  UNAUTHENTICATED: {
    http: 401,
    retry: 'never',
    meaning:
      'The token of the client is invalid; or a credential is missing, expired, used before, made for other content, or signed by a key that is not registered.',
    remedy:
      'Get a new token, or send none to read what is open; the message says what is wrong with it. Sign a new credential for exactly what you send; have an operator register the key.',
  },
  ISSUER_UNAVAILABLE: {
    http: 503,
    retry: 'later',
    meaning: 'The token cannot be verified: the issuer’s keys are unavailable.',
    remedy: 'Try again in a moment; report it to the operator if it lasts.',
  },
  FORBIDDEN: {
    http: 403,
    retry: 'never',
    meaning: 'The signing key is registered, but its holder may not do this.',
    remedy: 'Use the key of the department, gateway or operator that the message names.',
  },
  UNAUTHORIZED_FIELD: {
    http: 403,
    retry: 'never',
    meaning: 'The client may not read a field; it is null, and no department was asked for it.',
    remedy: 'Apply for access as the message says, which names the data resource; or leave the field out.',
  },
  PURPOSE_REQUIRED: {
    http: 403,
    retry: 'never',
    meaning: 'A field is shared with condition, and the request names no purpose.',
    remedy:
      'Send the headers purpose-basis (legal basis), purpose-case (case number) and purpose-requester (the person or system that asks).',
  },
  GRANTS_UNAVAILABLE: {
    http: 503,
    retry: 'later',
    meaning:
      'The gateway has not reached the registry of grants for some time, so it cannot decide whether the client may read the field.',
    remedy: 'Try again in a moment; do not apply again: the grants of the client remain in force.',
  },
  ACCESS_LOG_UNAVAILABLE: {
    http: 503,
    retry: 'later',
    meaning: 'The gateway cannot log who reads what, so it answers nothing that is shared with condition.',
    remedy:
      'Try again in a moment, or leave the conditional fields out. The operator finds the cause in the log.',
  },
  ACCESS_LOG_GAP: {
    http: 409,
    retry: 'never',
    meaning: 'A gateway sent records of its access log that do not follow the stored ones.',
    remedy: 'Continue with the record that `extensions.expected` names.',
  },
  ACCESS_LOG_CONFLICT: {
    http: 409,
    retry: 'never',
    meaning: 'A gateway sent a record of its access log with the number of a different record.',
    remedy: 'Find out which two gateways have one name, or whose journal was set back.',
  },
  TOO_FEW_SUBJECTS: {
    http: 403,
    retry: 'never',
    meaning: 'An aggregate covers so few rows that it would reveal each of them.',
    remedy: 'Request a larger region or period, or apply for the fields that `extensions.over` names.',
  },
  OUTSIDE_GRANT: {
    http: 403,
    retry: 'never',
    meaning:
      'The grant covers some regions only, and the row is elsewhere or does not exist (the answer does not reveal which); the field is null.',
    remedy: 'Request rows in the regions that the message names, or apply for a grant that covers more.',
  },
  REGISTRY_NOT_CONFIGURED: {
    http: 503,
    retry: 'later',
    meaning: 'The registry has no key to sign supergraphs with.',
    remedy: 'Ask the operator to set REGISTRY_SIGNING_KEY.',
  },
  OPERATION_TOO_COMPLEX: {
    http: 400,
    isAboutOperation: true,
    retry: 'never',
    meaning:
      'The query is nested too deep, or has too many tokens, fields, aliases, root fields, directives or operations.',
    remedy:
      'The message names the limit and what to do; `extensions.what`, `count` and `limit` say the same.',
  },
  COST_LIMIT_EXCEEDED: {
    http: 400,
    isAboutOperation: true,
    retry: 'never',
    meaning: 'The operation could cost more than its client may spend at once.',
    remedy:
      'Request fewer items (a lower `first`) or fewer fields: the message names the most expensive selection, the estimate and the limit.',
  },
  RATE_LIMITED: {
    http: 429,
    retry: 'later',
    meaning: 'The client or its address has used up its rate, or sent too many invalid tokens.',
    remedy:
      'Wait for the seconds in `retry-after`; the `RateLimit-*` headers report beforehand what is left.',
  },
  ANSWER_TOO_LARGE: {
    http: 400,
    isAboutOperation: true,
    retry: 'never',
    meaning: 'The answer is larger than the limit.',
    remedy:
      'Lower a `first`, select fewer fields, or split the operation; `extensions.limit` is the limit in bytes.',
  },
  OPERATION_TIMEOUT: {
    http: 504,
    retry: 'later',
    meaning:
      'The operation took longer than its time limit. The answer has what arrived until then; a mutation may still take effect.',
    remedy: 'Use the part of the answer that arrived; request the rest in another operation.',
  },
  INTROSPECTION_REFUSED: {
    http: 403,
    retry: 'never',
    meaning: 'The client may not read the schema with `__schema` or `__type`.',
    remedy: 'Ask the operator for the scope introspection, or for the schema.',
  },
  QUERY_PLAN_REFUSED: {
    http: 403,
    retry: 'never',
    meaning: 'The request asks for its query plan, which this client may not see. Nothing was executed.',
    remedy: 'Leave out the header query-plan, or ask the operator for the scope graph:explain.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    http: 400,
    isAboutOperation: true,
    retry: 'now',
    meaning: 'The gateway has no document with this hash, or no longer has it.',
    remedy: 'Send the hash together with the query; clients of persisted queries do so by themselves.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    http: 400,
    isAboutOperation: true,
    retry: 'never',
    meaning: 'The gateway has automatic persisted queries switched off.',
    remedy: 'Send the query itself; clients of persisted queries do so by themselves.',
  },
  PERSISTED_OPERATION_REQUIRED: {
    http: 403,
    retry: 'never',
    meaning: 'The client may run trusted documents only, and this document is not trusted.',
    remedy: 'Have the operator add the document to the list, or send one that is on it.',
  },
  UPLOAD_CONFLICT: {
    http: 409,
    retry: 'never',
    meaning: 'The upload-offset is not where the upload stands; the message says where it stands.',
    remedy: 'Ask with HEAD where the upload stands, and send the rest from there.',
  },
  UPLOAD_LOCKED: {
    http: 423,
    retry: 'later',
    meaning: 'Another request is sending bytes of this upload.',
    remedy: 'Wait some seconds, ask with HEAD where the upload stands, and send the rest from there.',
  },
  STORAGE_UNAVAILABLE: {
    http: 503,
    retry: 'later',
    meaning: 'The department cannot store or read files: its storage is full or does not answer.',
    remedy:
      'Ask with HEAD where the upload stands, and send the rest from there in a moment. The operator finds the cause in the log of the department.',
  },
  UPLOAD_EXPIRED: {
    http: 410,
    retry: 'never',
    meaning: 'The upload was not finished in its time.',
    remedy: 'Begin a new upload, with the mutation that gave the address of this one.',
  },
  MATERIAL_REFUSED: {
    http: 422,
    retry: 'never',
    meaning:
      'What was uploaded is no material that the department takes; "reason" says why: EMPTY, TYPE, UNREADABLE, ENCRYPTED, MACROS or ARCHIVE_TOO_LARGE.',
    remedy: 'Save the material in one of the formats that the message names, and upload it anew.',
  },
  PREFLIGHT_REQUIRED: {
    http: 400,
    retry: 'never',
    meaning: 'Any web page could make a browser send this request.',
    remedy:
      'Send one of the headers apollo-require-preflight, graphql-require-preflight and x-apollo-operation-name, or POST with content-type: application/json.',
  },
  DEPARTMENT_UNAVAILABLE: {
    http: 503,
    retry: 'later',
    meaning: 'A department did not answer, or answered with something that is not GraphQL.',
    remedy: 'Use the part of the answer that arrived; try the rest later.',
  },
  DEPARTMENT_ERROR: {
    http: 502,
    retry: 'later',
    meaning: 'A department refused the request or failed, without a code of its own.',
    remedy: 'The message is the department’s; `extensions.department` names whom to ask.',
  },
  DEPARTMENT_CONTRACT_BROKEN: {
    http: 502,
    retry: 'later',
    meaning:
      'A department left out a value that its schema requires, so the nearest nullable field above is null.',
    remedy: 'Use the part of the answer that arrived; report the path to the operator.',
  },
  NOT_ANSWERABLE: {
    http: 502,
    retry: 'never',
    meaning: 'The schema has a field that no plan over the departments can fetch.',
    remedy: 'Leave out the field that the message names; report it to the operator.',
  },
  PLANNING_TOO_COSTLY: {
    http: 400,
    isAboutOperation: true,
    retry: 'never',
    meaning: 'Planning the operation takes more time or memory than is allowed.',
    remedy: 'Request less at once, or split the operation.',
  },
  PLANNING_OVERLOADED: {
    http: 503,
    retry: 'later',
    meaning: 'Too many new operations wait to be planned.',
    remedy: 'Try again in a moment. Operations planned before are not affected.',
  },
  OVERLOADED: {
    http: 503,
    retry: 'later',
    meaning:
      'The gateway has more to do than it can do in time. It refuses the costliest operations of anonymous clients first, then those of others.',
    remedy: 'Wait for the seconds in `retry-after`; ask for less at once; sign in.',
  },
  SUBSCRIPTION_INTERRUPTED: {
    http: 503,
    retry: 'now',
    meaning:
      'The gateway ended a subscription: the supergraph was swapped, grants changed, or the gateway is stopping.',
    remedy: 'Subscribe again, and query once for what may have changed meanwhile.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    http: 503,
    retry: 'later',
    meaning: 'The gateway, the client or the connection has as many open subscriptions as it may have.',
    remedy: 'End subscriptions that you no longer need, or try again later.',
  },
  NOT_READY: {
    http: 503,
    retry: 'later',
    meaning: 'The service runs, but cannot answer yet: its database or supergraph is missing.',
    remedy: 'Wait and try again; /ready says when.',
  },
  INTERNAL_ERROR: {
    http: 500,
    retry: 'later',
    meaning: 'A fault of ours. The message carries an incident id and nothing else.',
    remedy: 'Report the incident id to the operator.',
  },
} as const satisfies Record<string, CodeDefinition>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Whether the code is one of ours: subgraphs and libraries have codes of their own. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
