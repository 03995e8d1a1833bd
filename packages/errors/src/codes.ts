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
  INVALID_ARGUMENT: {
    http: 400,
    retry: 'never',
    meaning: 'An argument is out of its range or form.',
    remedy: 'The message names the argument and what it accepts.',
  },
  MALFORMED_CODE: {
    http: 400,
    retry: 'never',
    meaning: 'A national code (USCC, region, industry, parcel, real-estate unit) has the wrong form or check character.',
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
    meaning: 'A date is not a day of the calendar in the form YYYY-MM-DD.',
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
