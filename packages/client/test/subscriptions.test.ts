import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type ServedGateway, serveGateway } from '../../../gateway/test/support/serve-gateway.ts';
import { createClient } from '../src/index.ts';

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const RENAMED = 'subscription { renamed { name permits { number } } }';
const rename = (name: string) => gateway.ask(`mutation { rename(uscc: "E2", name: "${name}") { name } }`);
const renamedTo = (name: string) => ({
  data: { renamed: { name, permits: [{ number: 'P3' }] } },
  problems: [],
});

/** A network between client and gateway that can be cut. */
async function wire(): Promise<{ url: string; cut(): void; connections(): number }> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    count++;
    const onward = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => (sockets.delete(one), socket.destroy(), onward.destroy()));
    }
    socket.pipe(onward).pipe(socket);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const cut = () => sockets.forEach((socket) => socket.destroy());
  onTestFinished(() => {
    cut();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/graphql`, cut, connections: () => count };
}

test('a subscription goes on after its connection was cut, and says that events may be missed', async () => {
  const { url, cut, connections } = await wire();
  const controller = new AbortController();
  let tokens = 0;
  const graph = createClient({ url, headers: () => ({ 'x-token': String(++tokens) }) });
  const events = graph.subscribe(RENAMED, {}, { signal: controller.signal })[Symbol.asyncIterator]();
  const first = events.next();
  await gateway.graph.renamed.until(1);
  await rename('甲');
  expect((await first).value).toEqual(renamedTo('甲'));

  const lost = events.next();
  cut();
  expect((await lost).value).toMatchObject({ data: null, problems: [{ code: 'NO_ANSWER', canRetry: true }] });
  await gateway.graph.renamed.until(0);
  const second = events.next();
  await gateway.graph.renamed.until(1);
  await rename('乙');
  expect((await second).value).toEqual(renamedTo('乙'));
  expect([connections(), tokens]).toEqual([2, 2]);

  const last = events.next();
  controller.abort();
  await expect(last).rejects.toMatchObject({ name: 'AbortError' });
  await gateway.graph.renamed.until(0);
});

test('a subscription that the gateway interrupts goes on; one that the department completes ends', async () => {
  const seen: unknown[] = [];
  const ended = (async () => {
    for await (const answer of createClient({ url: `${gateway.url}/graphql` }).subscribe(RENAMED, {})) {
      seen.push(answer);
    }
  })();
  await gateway.graph.renamed.until(1);
  await gateway.replaceSupergraph();
  await expect.poll(() => seen).toHaveLength(1);
  await gateway.graph.renamed.until(0);
  await gateway.graph.renamed.until(1);
  await rename('丙');
  await expect.poll(() => seen).toHaveLength(2);
  gateway.graph.renamed.complete();
  await ended;
  expect(seen).toMatchObject([
    { data: null, problems: [{ code: 'SUBSCRIPTION_INTERRUPTED' }] },
    renamedTo('丙'),
  ]);
});

test('a subscription that is wrong ends with its problem', async () => {
  const graph = createClient({ url: `${gateway.url}/graphql` });
  const answers = await Array.fromAsync(graph.subscribe('subscription { nothing }', {}));
  expect(answers).toMatchObject([{ data: null, problems: [{ code: 'GRAPHQL_VALIDATION_FAILED' }] }]);
});

test('whoever leaves a subscription ends it', async () => {
  const graph = createClient({ url: `${gateway.url}/graphql` });
  const left = (async () => {
    for await (const answer of graph.subscribe(RENAMED, {})) return answer;
    return null;
  })();
  await gateway.graph.renamed.until(1);
  await rename('丁');
  expect(await left).toEqual(renamedTo('丁'));
  await gateway.graph.renamed.until(0);
});
