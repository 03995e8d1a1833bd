import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeSupergraph } from '@yiwang/composition';
import type { SmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type SmallGraphFile, startSmallGraphFile } from './support/small-graph-file.ts';
import { type GatewayProcess, runGateway, spawnGateway } from './support/spawn-gateway.ts';

const RECORDER = fileURLToPath(new URL('support/record-connections.js', import.meta.url));

let small: SmallGraphFile;
let graph: SmallGraph;
let folder: string;
let file: string;
beforeAll(async () => {
  small = await startSmallGraphFile();
  ({ graph, folder, file } = small);
});
afterAll(() => small[Symbol.asyncDispose]());

async function start(...options: Parameters<typeof spawnGateway>): Promise<GatewayProcess> {
  const gateway = await spawnGateway(...options);
  onTestFinished(() => void gateway.child.kill('SIGKILL'));
  return gateway;
}

async function ask(url: string, query: string): Promise<unknown> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json();
}

test('nothing but the departments is called, whatever the vendor’s environment asks for', async () => {
  const record = join(folder, 'connections.txt');
  await writeFile(record, '');
  const gateway = await start(
    file,
    {
      RECORD_CONNECTIONS: record,
      NODE_ENV: 'development',
      APOLLO_KEY: 'service:yiwang:0123456789',
      APOLLO_GRAPH_REF: 'yiwang@current',
      APOLLO_SCHEMA_REPORTING: 'true',
      APOLLO_TELEMETRY_DISABLED: 'false',
    },
    ['--import', RECORDER],
  );

  expect(await ask(gateway.url, '{ enterprise(uscc: "E1") { permitCount } }')).toEqual({
    data: { enterprise: { permitCount: 2 } },
  });
  await ask(gateway.url, '{ nonsense }');
  await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } });
  // Long enough for reports that are sent in the background; the last are sent at the end.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(await gateway.stop()).toBe(0);

  const called = new Set((await readFile(record, 'utf8')).trim().split('\n'));
  expect(called).toEqual(new Set(graph.departments.map(({ url }) => `connect ${new URL(url).host}`)));
});

test('a changed supergraph file takes effect, a broken one is logged and ignored', async () => {
  const watched = join(folder, 'watched.graphql');
  await writeFile(watched, composeSupergraph([graph.enterprises]).supergraphSdl);
  const gateway = await start(watched);
  const countPermits = () => ask(gateway.url, '{ enterprise(uscc: "E1") { permitCount } }');
  expect(await countPermits()).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });

  await writeFile(`${watched}.new`, composeSupergraph(graph.departments).supergraphSdl);
  await rename(`${watched}.new`, watched);
  await expect.poll(countPermits).toEqual({ data: { enterprise: { permitCount: 2 } } });

  await writeFile(watched, 'type Query { broken');
  await vi.waitFor(
    () => expect(gateway.log.at(-1)).toMatchObject({ msg: expect.stringMatching(/^supergraph not swapped/) }),
    10_000,
  );
  expect(await countPermits()).toEqual({ data: { enterprise: { permitCount: 2 } } });
});

test('asked to end, it answers what is in flight and exits with 0', async () => {
  const gateway = await start(file);

  const slow = ask(gateway.url, '{ slow(ms: 600) }');
  await expect.poll(() => graph.enterprises.requests.some(({ query }) => query.includes('slow'))).toBe(true);
  const stopped = gateway.stop();

  expect(await slow).toEqual({ data: { slow: 'done' } });
  expect(await stopped).toBe(0);
});

test.each([
  ['no supergraph', [], /SUPERGRAPH: name the file of the supergraph with --supergraph FILE/],
  [
    'a file that is not there',
    ['--supergraph', '/nowhere/x.graphql'],
    /^The supergraph \/nowhere\/x\.graphql cannot be read\. There is no such file\.\n$/,
  ],
  [
    'a file that is no supergraph',
    ['--supergraph', fileURLToPath(import.meta.url)],
    /process\.test\.ts: The supergraph cannot be served: /,
  ],
  ['a port that is none', ['--port', 'http', '--supergraph', 'x'], /PORT: /],
  [
    'an engine that is none',
    ['--engine', 'warp', '--supergraph', 'x'],
    /ENGINE: choose one of: compiled, apollo/,
  ],
  ['an option that is none', ['--supergraf', 'x'], /unknown option '--supergraf'/],
])('%s is refused with one clear message and exit code 1', async (_what, args, message) => {
  const { code, stdout, stderr } = await runGateway(args);

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a port in use is refused with what to do', async () => {
  const { port } = new URL(graph.enterprises.url);

  const { code, stderr } = await runGateway(['--supergraph', file, '--port', port]);

  expect(code).toBe(1);
  expect(stderr).toBe(
    `Port ${port} on 127.0.0.1 is in use. Stop what listens there, or choose another port.\n`,
  );
});

test('--help names every option and every setting with its default', async () => {
  const { code, stdout } = await runGateway(['--help']);

  expect(code).toBe(0);
  expect(stdout).toContain('--supergraph <file>');
  expect(stdout).toMatch(/DEPARTMENT_TIMEOUT_MS \[10000\]/);
});
