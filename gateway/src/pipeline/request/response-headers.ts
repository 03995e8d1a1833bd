/**
 * The headers of responses that say something of ours, beside those of every HTTP response (`content-type`, `cache-control` …), by name.
 * A stage can set no other. Web pages of other origins may read all of them: CORS exposes this table.
 */
export const RESPONSE_HEADERS = {
  'x-request-id':
    'Id of the request in the logs of the gateway and of the subgraphs; that of a proxy when it set one.',
  'operation-cost':
    'Estimated cost of the operation, and with `operation-cost: report` in the request its actual cost.',
  'ratelimit-policy':
    'The rate of the client: what it may use at once, and the seconds in which it regains that.',
  ratelimit:
    'What is left of the rate, and the seconds until all of it is back, or until the next operation when nothing is left.',
  'ratelimit-limit': 'As in ratelimit-policy, for clients of earlier drafts: what may be used at once.',
  'ratelimit-remaining': 'As in ratelimit, for clients of earlier drafts: what is left.',
  'ratelimit-reset': 'As in ratelimit, for clients of earlier drafts: the seconds.',
  'retry-after': 'Seconds after which a refused request may be sent again.',
  'www-authenticate': 'How to sign in, on a request whose token is refused.',
  allow: 'The methods that the address takes, on a request with another one.',
} as const satisfies Record<string, string>;

/** The headers of answers about files. Web pages of other origins may read them too. */
export const FILE_HEADERS = {
  'tus-resumable': 'The version of the protocol of uploads, on answers about an upload.',
  'upload-offset': 'How many bytes of an upload are stored: the next one goes there.',
  'upload-length': 'How many bytes an upload has in all.',
  'upload-expires': 'When an upload must be finished.',
  'content-disposition': 'The name of a file that is downloaded.',
  'content-range': 'Which part of a file the answer has, and its length.',
} as const satisfies Record<string, string>;

export type ResponseHeader = keyof typeof RESPONSE_HEADERS;

/** Headers of one response that stages set. */
export type ResponseHeaders = Partial<Record<ResponseHeader, string>>;
