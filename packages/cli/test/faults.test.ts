import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runYiwang, spawnYiwang } from './support/run-yiwang.ts';
import { serveText } from './support/serve-text.ts';

/** Nothing listens on it. */
const NOBODY = 'http://127.0.0.1:2/graphql';

let folder: string;
const inFolder = (name: string) => join(folder, name);
const PUBLISH = ['publish', '--department', 'tax', '--url', 'http://127.0.0.1:4003/graphql'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-cli-'));
  await writeFile(inFolder('schema.graphql'), 'type Query { a: Int }');
  await writeFile(inFolder('bytes.graphql'), Buffer.from([0x7b, 0xff]));
  await writeFile(inFolder('broken.graphql'), 'type Query {\n  a: }');
  await writeFile(inFolder('large.graphql'), 'x'.repeat(6_000_000));
  await writeFile(inFolder('text.key'), 'not a key');
  await mkdir(inFolder('folder'));
  await spawnYiwang(['keygen', 'tax.key'], { cwd: folder });
});
afterAll(() => rm(folder, { recursive: true }));

test('a key is readable to its owner alone, beside a public half without secrets, and none is overwritten', async () => {
  expect((await stat(inFolder('tax.key'))).mode & 0o777).toBe(0o600);
  const { kid, d } = JSON.parse(await readFile(inFolder('tax.key'), 'utf8'));
  expect(d).toEqual(expect.any(String));
  const published = JSON.parse(await readFile(inFolder('tax.key.pub'), 'utf8'));
  expect(published).toEqual({ kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid });

  const again = await runYiwang(['keygen', 'tax.key'], { cwd: folder });
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') });
});

/** These are seen in a process of their own: a fault of commander, one of an argument, one of a file, and one of the network. */
const SEEN_IN_A_PROCESS = [
  'no command',
  'a version that is no number',
  'a missing schema',
  'a registry that is away',
];

test.each<[what: string, args: string[], told: RegExp]>([
  ['no command', [], /Usage: yiwang/],
  ['a command that there is not', ['publsh'], /Did you mean publish/],
  ['an option that there is not', ['history', '--newest'], /unknown option '--newest'/],
  [
    'a department without a schema',
    [...PUBLISH, '--key', 'tax.key'],
    /either --schema FILE or --introspect URL/,
  ],
  ['a schema before its department', ['publish', '--schema', 'x'], /belongs behind the --department/],
  ['a department twice', ['check', '--department', 'tax', '--department', 'tax'], /given twice/],
  ['a missing schema', [...PUBLISH, '--schema', 'none.graphql'], /There is no schema none\.graphql/],
  ['a folder for a schema', [...PUBLISH, '--schema', 'folder'], /folder is a folder/],
  ['a schema that is no text', [...PUBLISH, '--schema', 'bytes.graphql'], /not UTF-8 text/],
  ['a schema of six megabytes', [...PUBLISH, '--schema', 'large.graphql'], /has 6 MB/],
  [
    'a schema to print that is no GraphQL',
    ['sdl', 'broken.graphql'],
    /broken\.graphql:2:6 is not GraphQL: .*Expected Name/,
  ],
  ['no key', [...PUBLISH, '--schema', 'schema.graphql'], /--key FILE or YIWANG_KEY/],
  [
    'a missing key',
    [...PUBLISH, '--schema', 'schema.graphql', '--key', 'none.key'],
    /There is no key none\.key/,
  ],
  [
    'a key that is none',
    [...PUBLISH, '--schema', 'schema.graphql', '--key', 'text.key'],
    /text\.key is not a key to sign with.*not JSON/,
  ],
  [
    'the public half of a key',
    [...PUBLISH, '--schema', 'schema.graphql', '--key', 'tax.key.pub'],
    /public key; a private one is needed/,
  ],
  ['a version that is no number', ['rollback', 'last', '--reason', 'x'], /whole number from 1/],
  ['a rollback without a reason', ['rollback', '3'], /required option '--reason/],
  [
    'a composition library that there is not',
    ['diff', '--composition', 'wundergraph'],
    /Allowed choices are apollo, guild\./,
  ],
  ['a registry that is away', ['history'], /does not answer: nothing listens there/],
  ['an address that is none', ['history', '--registry', 'ftp://x'], /is no address of HTTP/],
  ['a host that there is not', ['history', '--registry', 'http://no.invalid/graphql'], /no such host/],
])('%s is told in words, and ends with 2', async (what, args, told) => {
  const yiwang = SEEN_IN_A_PROCESS.includes(what) ? spawnYiwang : runYiwang;
  const { code, stdout, stderr } = await yiwang(args, { cwd: folder, env: { YIWANG_REGISTRY: NOBODY } });
  expect(stderr).toMatch(told);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test.each<[what: string, status: number, type: string, body: string, told: RegExp]>([
  ['HTML', 502, 'text/html', '<title>Bad Gateway</title>', /an HTML page \("Bad Gateway"\) \(HTTP 502\)/],
  ['another API', 404, 'application/json', '{"error":"no"}', /application\/json \(HTTP 404\)/],
  [
    'a graph without a registry',
    200,
    'application/json',
    '{"errors":[{"message":"Cannot query field \\"supergraphVersions\\" on type \\"Query\\".","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}',
    /has no registry/,
  ],
  [
    'a department that is down',
    200,
    'application/json',
    '{"data":null,"errors":[{"message":"exchange is down.","extensions":{"code":"DEPARTMENT_UNAVAILABLE"}}]}',
    /fails \(DEPARTMENT_UNAVAILABLE\): exchange is down/,
  ],
])('a registry that answers with %s is told so, and ends with 2', async (_what, status, type, body, told) => {
  await using server = await serveText(status, type, body);
  const { code, stderr } = await runYiwang(['history', '--registry', server.url]);
  expect(stderr).toMatch(told);
  expect(code).toBe(2);
});

test('a caller that is not let in ends with 1', async () => {
  const body = '{"errors":[{"message":"No.","extensions":{"code":"UNAUTHENTICATED"}}]}';
  await using server = await serveText(401, 'application/json', body);
  const { code, stderr } = await spawnYiwang(['unused', '--registry', server.url]);
  expect(stderr).toContain('The registry refuses (UNAUTHENTICATED): No.');
  expect(code).toBe(1);
});

test('every command has help, which ends with 0', async () => {
  const { stdout, code } = await spawnYiwang(['--help']);
  expect(code).toBe(0);
  const names = [...stdout.matchAll(/^ {2}([a-z-]+) \[options\]/gm)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThanOrEqual(14);
  for (const name of names) {
    const help = await runYiwang([name, '--help']);
    expect(help, name).toMatchObject({ code: 0, stdout: expect.stringContaining(`Usage: yiwang ${name}`) });
  }
});
