/** What a caller can do after an error: `never` repeat it unchanged, `later` repeat it, `now` repeat it at once. */
export type Retry = 'never' | 'later' | 'now';

export interface CodeDefinition {
  /** HTTP status when the whole request fails with this code. */
  http: number;
  retry: Retry;
  meaning: string;
  /** What the caller does about it. */
  remedy: string;
}

/**
 * Every `extensions.code` that our own code sends. docs/errors.md is printed from this table.
 * Codes are stable: a front end may branch on them.
 */
export const ERROR_CODES = {
  BAD_REQUEST: {
    http: 400,
    retry: 'never',
    meaning: 'The HTTP request is not a GraphQL request: no JSON, no query, or bytes that are not UTF-8.',
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
    meaning: 'The address does not answer this HTTP method, or a mutation came by GET.',
    remedy: 'Send operations by POST; GET serves queries only.',
  },
  NOT_ACCEPTABLE: {
    http: 406,
    retry: 'never',
    meaning:
      'The accept header allows none of the media types that this address can answer with, or not the one that an operation with @defer needs.',
    remedy:
      'Accept application/graphql-response+json or application/json; for @defer multipart/mixed, and POST.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    http: 415,
    retry: 'never',
    meaning: 'The content type of the body is not one that this address reads.',
    remedy: 'Send content-type: application/json.',
  },
  NOT_FOUND: {
    http: 404,
    retry: 'never',
    meaning: 'The address, or the thing that a well-formed code names, is not known here.',
    remedy: 'Check the code; the register may not hold it yet.',
  },
  GRAPHQL_PARSE_FAILED: {
    http: 400,
    retry: 'never',
    meaning: 'The query is not GraphQL.',
    remedy: 'The message and its location tell where the syntax breaks.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    http: 400,
    retry: 'never',
    meaning: 'The query does not fit the schema.',
    remedy: 'Compare the named field, argument or fragment with the schema.',
  },
  BAD_USER_INPUT: {
    http: 400,
    retry: 'never',
    meaning: 'A variable does not have the type that the operation declares for it.',
    remedy: 'The message names the variable and the type.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    http: 400,
    retry: 'never',
    meaning:
      'No operation of the document can be run: `operationName` names none, or is missing where there are several.',
    remedy: 'Set `operationName` to the name of one operation in the query.',
  },
  INVALID_ARGUMENT: {
    http: 400,
    retry: 'never',
    meaning: 'An argument is out of its range or form.',
    remedy: 'The message names the argument and what it accepts.',
  },
  MALFORMED_CODE: {
    http: 400,
    retry: 'never',
    meaning:
      'A national code (USCC, region, industry, parcel, real-estate unit) has the wrong form or check character.',
    remedy: 'Correct the code; the message names the rule that it breaks.',
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
    meaning: 'A date is not a day of the calendar in the form YYYY-MM-DD, or a moment not one of ISO 8601.',
    remedy: 'Correct the date.',
  },
  MALFORMED_CURSOR: {
    http: 400,
    retry: 'never',
    meaning: 'An `after` cursor was not made by this connection.',
    remedy: 'Pass `pageInfo.endCursor` or `edges.cursor` unchanged, or start again without a cursor.',
  },
  CONTRADICTORY_FILTER: {
    http: 400,
    retry: 'never',
    meaning: 'No row could ever match the filter, because two of its conditions exclude each other.',
    remedy: 'The message names both conditions; drop or correct one.',
  },
  UNAUTHENTICATED: {
    http: 401,
    retry: 'never',
    meaning:
      'The token of the client is not accepted; or a credential is missing, expired, was used before, is for another content, or is by a key that is not registered.',
    remedy:
      'Get a new token, or send none to read what is open; the message says what is wrong with it. Sign a new credential for exactly what is sent; have the key registered by an operator.',
  },
  ISSUER_UNAVAILABLE: {
    http: 503,
    retry: 'later',
    meaning: 'Whether the token of the client is good nobody can tell: the keys of its issuer cannot be had.',
    remedy: 'Try again in a moment; report it to the operator when it lasts.',
  },
  FORBIDDEN: {
    http: 403,
    retry: 'never',
    meaning: 'The key that signed is known, but its holder may not do this.',
    remedy: 'Use the key of the department, gateway or operator that the message names.',
  },
  UNAUTHORIZED_FIELD: {
    http: 403,
    retry: 'never',
    meaning: 'The caller may not read a field; it is null, and no department was asked for it.',
    remedy: 'The message names the data resource and says how to apply for it; or leave the field out.',
  },
  PURPOSE_REQUIRED: {
    http: 403,
    retry: 'never',
    meaning: 'A field is shared with condition, and the call does not say what it is read for.',
    remedy:
      'Send the headers purpose-basis (legal basis), purpose-case (case number) and purpose-requester (who wants to know).',
  },
  ACCESS_LOG_UNAVAILABLE: {
    http: 503,
    retry: 'later',
    meaning:
      'The gateway cannot write down who reads what, so it gives out nothing that is shared with condition.',
    remedy:
      'Try again in a moment, or leave out what is shared with condition. The operator finds the cause in the log.',
  },
  ACCESS_LOG_GAP: {
    http: 409,
    retry: 'never',
    meaning: 'A gateway sent records of its access log that do not follow those that are known.',
    remedy: 'Go on with the record that `extensions.expected` names.',
  },
  ACCESS_LOG_CONFLICT: {
    http: 409,
    retry: 'never',
    meaning: 'A gateway sent a record of its access log under the number of another one.',
    remedy: 'Find out which of two gateways bears the name of the other, or whose journal was set back.',
  },
  OUTSIDE_GRANT: {
    http: 403,
    retry: 'never',
    meaning: 'The grant holds for some regions only, and the row lies elsewhere; the field is null.',
    remedy: 'Ask for rows of the regions that the message names, or apply for a grant that covers more.',
  },
  REGISTRY_NOT_CONFIGURED: {
    http: 503,
    retry: 'later',
    meaning: 'The registry has no key to sign supergraphs with.',
    remedy: 'Ask the operator to set REGISTRY_SIGNING_KEY.',
  },
  OPERATION_TOO_COMPLEX: {
    http: 400,
    retry: 'never',
    meaning: 'The operation is nested too deep or has too many tokens.',
    remedy: 'Ask for less at once; split the operation.',
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
    meaning: 'A department refused or failed without giving a code of its own.',
    remedy: 'The message is the department’s; `extensions.department` names whom to ask.',
  },
  DEPARTMENT_CONTRACT_BROKEN: {
    http: 502,
    retry: 'later',
    meaning:
      'A department left out a value that its schema promises, so the nearest nullable field above is null.',
    remedy: 'Use the part of the answer that arrived; report the path to the operator.',
  },
  NOT_ANSWERABLE: {
    http: 502,
    retry: 'never',
    meaning: 'The schema has a field that no plan over the departments reaches.',
    remedy: 'Leave the field out that the message names; report it to the operator.',
  },
  PLANNING_TOO_COSTLY: {
    http: 400,
    retry: 'never',
    meaning: 'Working out which departments to ask in which order takes more time or memory than is allowed.',
    remedy: 'Ask for less at once; split the operation.',
  },
  PLANNING_OVERLOADED: {
    http: 503,
    retry: 'later',
    meaning: 'Too many operations that were not asked before wait to be planned.',
    remedy: 'Try again in a moment. Operations that were answered before are not concerned.',
  },
  SUBSCRIPTION_INTERRUPTED: {
    http: 503,
    retry: 'now',
    meaning: 'The gateway ended a subscription: the schema was replaced, or the gateway is being stopped.',
    remedy: 'Subscribe again, and ask once for what may have changed in between.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    http: 503,
    retry: 'later',
    meaning: 'As many subscriptions are open as the gateway, or one connection, may hold.',
    remedy: 'End subscriptions that are not needed any longer, or try later.',
  },
  NOT_READY: {
    http: 503,
    retry: 'later',
    meaning: 'The service runs, but cannot answer yet (its database or supergraph is missing).',
    remedy: 'Wait and try again; /ready tells when.',
  },
  INTERNAL_ERROR: {
    http: 500,
    retry: 'later',
    meaning: 'A fault of ours. The message carries an incident id and nothing else.',
    remedy: 'Report the incident id to the operator.',
  },
} as const satisfies Record<string, CodeDefinition>;

export type ErrorCode = keyof typeof ERROR_CODES;
