import type { Random } from '../random-graph/index.ts';
import { makeDocument } from './make-document.ts';
import { mutate } from './mutate.ts';

const METHODS = [
  'POST',
  'GET',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'post',
  'PROPFIND',
  'X',
];
const PATHS = [
  ...[
    '/graphql',
    '/graphql/',
    '/health',
    '/ready',
    '/playground/cost',
    '/',
    '//',
    '/graphql?query=',
    '*',
    '/../etc/passwd',
  ],
  ...[
    '/departments/permits/files/x',
    '/departments/none/files/%2e%2e%2f',
    '/departments//files/',
    `/departments/${'x'.repeat(200)}/files/x`,
    '/playground/x.js',
  ],
  ...[
    'http://other.example/graphql',
    '/internal/graphql',
    '/GraphQL',
    '/graphql#x',
    '/graphql;x',
    '/%00',
    '/graphql%20',
  ],
];
const VERSIONS = [
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.0',
  'HTTP/2.0',
  'HTTP/0.9',
  'HTTP/1.2',
  '',
  'ICAP/1.0',
];
const MEDIA = [
  ...[
    'application/json',
    'application/json; charset=utf-8',
    'application/json; charset=utf-16',
    'text/plain',
    '*/*',
  ],
  ...[
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'x',
    ';',
    '',
  ],
  ...[
    'application/graphql-response+json',
    'text/event-stream',
    'multipart/mixed; deferSpec=20220824',
    'text/html',
  ],
  ...[
    'application/json;'.repeat(50),
    'multipart/form-data',
    'multipart/mixed; boundary="',
    'application/json, , ;q=x',
  ],
];
const NAMES = [
  ...[
    'host',
    'content-type',
    'accept',
    'accept-encoding',
    'content-encoding',
    'authorization',
    'origin',
    'cookie',
    'connection',
  ],
  ...[
    'transfer-encoding',
    'content-length',
    'expect',
    'upgrade',
    'range',
    'if-none-match',
    'x-forwarded-for',
    'forwarded',
  ],
  ...[
    'purpose-basis',
    'purpose-case',
    'purpose-requester',
    'query-plan',
    'graphql-client-name',
    'traceparent',
    'x-request-id',
  ],
  ...[
    'tus-resumable',
    'upload-offset',
    'upload-length',
    'sec-websocket-key',
    '__proto__',
    'trailer',
    'te',
    'date',
    'x',
  ],
];
const VALUES = [
  ...[
    '',
    ' ',
    'x',
    '0',
    '-1',
    '1',
    '99999999999999999999',
    'chunked',
    'gzip, chunked',
    'identity',
    'close',
    'keep-alive',
  ],
  ...[
    'Bearer x',
    'Bearer a.b.c',
    'Basic eDp4',
    'null',
    'http://localhost',
    'http://evil.example',
    '100-continue',
    'websocket',
  ],
  ...[
    'gzip;q=2, br;q=x',
    'bytes=0-',
    '127.0.0.1, x',
    '::1',
    'for=_x',
    'report',
    '公文',
    '=?utf-8?q?x?=',
    'a'.repeat(9000),
  ],
  ...[
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '1.0.0',
    "'; drop table x; --",
    '%0d%0aset-cookie:x=1',
  ],
];

/** A request by HTTP, or several in a row: some in order, most with something wrong in line, heads, length, chunks or body. */
export function makeHttp(random: Random, documents: readonly string[]): Buffer {
  const count = random.chance(0.9) ? 1 : 2 + random.below(6);
  const requests = Buffer.concat(random.times(count, () => makeRequest(random, documents)));
  return random.chance(0.4) ? mutate(random, requests) : requests;
}

function makeRequest(random: Random, documents: readonly string[]): Buffer {
  const isPlain = random.chance(0.5);
  const body = makeBody(random, documents);
  const method = isPlain ? 'POST' : random.pick(METHODS);
  const path = isPlain ? '/graphql' : makePath(random, documents);
  const heads = [
    ['host', '127.0.0.1'],
    ['content-type', random.chance(0.8) ? 'application/json' : random.pick(MEDIA)],
    ['accept', random.chance(0.7) ? 'application/json' : random.pick(MEDIA)],
    ...(isPlain ? [] : random.times(random.below(6), () => [random.pick(NAMES), random.pick(VALUES)])),
  ];
  const isChunked = random.chance(0.2);
  if (isChunked) heads.push(['transfer-encoding', 'chunked']);
  if (!isChunked || random.chance(0.1)) heads.push(['content-length', lengthOf(random, body)]);
  const lineEnd = random.chance(0.97) ? '\r\n' : '\n';
  const lines = heads.map(([name, value]) => `${name}${random.chance(0.99) ? ': ' : ' :'}${value}`);
  const head = [`${method} ${path} ${isPlain ? 'HTTP/1.1' : random.pick(VERSIONS)}`, ...lines, '', ''].join(
    lineEnd,
  );
  return Buffer.concat([Buffer.from(head), isChunked ? inChunks(random, body) : body]);
}

function makePath(random: Random, documents: readonly string[]): string {
  const path = random.pick(PATHS);
  if (!random.chance(0.4)) return path;
  const query = encodeURIComponent(makeDocument(random, documents)).slice(0, 4000);
  const more = random.pick([
    '',
    '&variables={}',
    '&variables=%7B',
    '&operationName=Q&operationName=R',
    '&extensions=[]',
    '&%',
  ]);
  return `${path}?query=${query}${more}`;
}

function lengthOf(random: Random, body: Buffer): string {
  if (random.chance(0.9)) return String(body.length);
  return random.pick([
    '0',
    '-1',
    '+5',
    '0x10',
    '1e3',
    '',
    '5, 5',
    String(body.length + 1),
    String(body.length - 1),
    '99999999',
  ]);
}

function inChunks(random: Random, body: Buffer): Buffer {
  const half = random.below(body.length + 1);
  const chunks = [body.subarray(0, half), body.subarray(half)].filter(({ length }) => length > 0);
  const size = (length: number) =>
    random.chance(0.95)
      ? length.toString(16)
      : random.pick(['', '-1', 'g', 'ffffffffffffffffff', '0', ' 5', '5;x="\n"']);
  const extension = random.chance(0.1) ? ';a=b' : '';
  const parts = chunks.flatMap((chunk) => [
    Buffer.from(`${size(chunk.length)}${extension}\r\n`),
    chunk,
    Buffer.from('\r\n'),
  ]);
  const end = random.pick([
    '0\r\n\r\n',
    '0\r\n\r\n',
    '0\r\nx: y\r\n\r\n',
    '0\r\ncontent-length: 5\r\n\r\n',
    '',
    '0\r\n',
  ]);
  return Buffer.concat([...parts, Buffer.from(end)]);
}

function makeBody(random: Random, documents: readonly string[]): Buffer {
  if (random.chance(0.1)) return makeMultipart(random);
  const params: Record<string, unknown> = {
    query: random.chance(0.95) ? makeDocument(random, documents) : makeValue(random, 3),
  };
  if (random.chance(0.5))
    params['variables'] = random.chance(0.5) ? { uscc: makeValue(random, 2) } : makeValue(random, 3);
  if (random.chance(0.2)) params['operationName'] = random.chance(0.5) ? 'Q' : makeValue(random, 2);
  if (random.chance(0.1)) params['extensions'] = makeValue(random, 3);
  if (random.chance(0.1)) params['documentId'] = makeValue(random, 1);
  const body = Buffer.from(JSON.stringify(random.chance(0.95) ? params : [params, params]));
  return random.chance(0.3) ? mutate(random, body) : body;
}

function makeMultipart(random: Random): Buffer {
  const part = `--x\r\ncontent-disposition: form-data; name="${random.pick(['operations', 'map', '0', '', '"'])}"${random.pick(['', '; filename="../../x"'])}\r\n${random.pick(['', 'content-type: application/json\r\n'])}\r\n${random.pick(['{"query":"{ a }"}', '{"0":["variables.f"]}', ''])}\r\n`;
  return mutate(
    random,
    Buffer.from(part.repeat(1 + random.below(3)) + random.pick(['--x--\r\n', '--x', ''])),
  );
}

function makeValue(random: Random, depth: number): unknown {
  const leaf = () =>
    random.pick<unknown>([null, true, 0, -1, 1e308, '', 'E1', '𠮷', '\u0000', 'x'.repeat(2000), '__proto__']);
  if (depth === 0 || random.chance(0.5)) return leaf();
  if (random.chance(0.5)) return random.times(random.below(5), () => makeValue(random, depth - 1));
  const names = ['uscc', '__proto__', 'constructor', '', '名称', 'persistedQuery', 'sha256Hash', 'version'];
  return Object.fromEntries(
    random.times(random.below(5), () => [random.pick(names), makeValue(random, depth - 1)]),
  );
}
