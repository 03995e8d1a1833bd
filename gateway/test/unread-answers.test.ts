import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { serveGateway } from './support/serve-gateway.ts';
import { type SmallGraphFile, startSmallGraphFile } from './support/small-graph-file.ts';
import { spawnGateway } from './support/spawn-gateway.ts';

const MEBIBYTE = 1024 * 1024;
/** Answers of more than the system keeps for a connection that is not read. */
const VALUE = 'x'.repeat(200_000);
const COPIES = 40;
const LARGE = `query($v: JSON) { ${Array.from({ length: COPIES }, (_, i) => `e${i}: echo(value: $v)`).join(' ')} }`;
const BODY = JSON.stringify({ query: LARGE, variables: { v: VALUE } });

let small: SmallGraphFile;
beforeAll(async () => {
  small = await startSmallGraphFile();
});
afterAll(() => small[Symbol.asyncDispose]());

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** Sends bytes and never reads; resolves when they are sent. */
async function sendUnread(url: string, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  sockets.push(socket);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.pause();
  await new Promise<void>((resolve) => void socket.write(bytes, () => resolve()));
  return socket;
}

function request(body: string, headers: Record<string, string> = {}): string {
  const lines = Object.entries({
    host: 'gateway',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  });
  return `POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

/** Of a socket that is not read, the end is only seen when it is read. */
function ends(socket: Socket): Promise<unknown> {
  const ended = once(socket, 'close');
  socket.resume();
  return ended;
}

test('clients that do not read cost a bounded amount of memory, and others are answered meanwhile', async () => {
  const gateway = await spawnGateway(small.file, {
    UNSENT_BYTES: String(48 * MEBIBYTE),
    UNSENT_ADDRESS_BYTES: String(32 * MEBIBYTE),
  });
  onTestFinished(() => void gateway.child.kill('SIGKILL'));
  const memory = async () =>
    Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${gateway.child.pid}/status`, 'utf8'))![1]) / 1024;
  const ask = async () => {
    const start = performance.now();
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ enterprise(uscc: \\"E1\\") { name } }"}',
    });
    expect(await response.json()).toMatchObject({ data: { enterprise: {} } });
    return performance.now() - start;
  };
  const warm = async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: BODY,
    });
    expect((await response.text()).length).toBeGreaterThan(COPIES * VALUE.length);
  };
  await warm();
  await warm();

  const before = await memory();
  const waits: number[] = [];
  for (let n = 0; n < 60; n++) {
    await sendUnread(gateway.url, request(BODY));
    if (n % 5 === 4) waits.push(await ask());
  }
  await expect
    .poll(() => gateway.log.filter(({ msg }) => String(msg).startsWith('connection closed')).length)
    .toBeGreaterThan(40);

  // Without a bound it is 60 times 8 MB.
  expect((await memory()) - before).toBeLessThan(200);
  expect(Math.max(...waits)).toBeLessThan(20_000);
});

test('a client that stops reading is cut off after the time for sending, and one that reads slowly is not', async () => {
  await using gateway = await serveGateway({
    SEND_TIMEOUT_MS: '3000',
    SEND_MIN_BYTES_PER_SECOND: '1000000000',
  });
  const slow = await sendUnread(gateway.url, request(BODY));
  const stopped = await sendUnread(gateway.url, request(BODY));
  let read = 0;
  slow.on('data', (data) => {
    read += data.length;
    slow.pause();
    setTimeout(() => slow.resume(), 2);
  });
  slow.resume();

  await expect.poll(() => read).toBeGreaterThan(COPIES * VALUE.length);
  await new Promise((resolve) => setTimeout(resolve, 3500));
  let rest = 0;
  stopped.on('data', (data) => void (rest += data.length));
  await ends(stopped);
  // What the system had taken before is still read.
  expect(rest).toBeLessThan(COPIES * VALUE.length);
});

test('an answer that is larger than the limit is refused with its size and what to do', async () => {
  await using gateway = await serveGateway({ ANSWER_LIMIT_BYTES: '100000' });
  const ask = (v: string) => gateway.ask('query($v: JSON) { echo(value: $v) }', { v });

  expect(await ask('x'.repeat(99_000))).toMatchObject({ data: {} });
  expect(await ask('x'.repeat(101_000))).toMatchObject({
    errors: [{ extensions: { code: 'ANSWER_TOO_LARGE', limit: 100_000 } }],
  });
});

test('requests that are sent one after the other without waiting are bounded', async () => {
  await using gateway = await serveGateway();
  const small = '{"query":"{ slow(ms: 300) }"}';
  const polite = await sendUnread(gateway.url, request(small).repeat(8));
  const greedy = await sendUnread(gateway.url, request(small).repeat(200));
  let answers = '';
  polite.on('data', (data) => void (answers += data.toString()));
  polite.resume();

  await ends(greedy);
  await expect.poll(() => answers.split('HTTP/1.1 200').length - 1).toBe(8);
});

test('a WebSocket whose answers are not read is closed when too many bytes wait', async () => {
  await using gateway = await serveGateway({ UNSENT_CONNECTION_BYTES: String(20 * MEBIBYTE) });
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.pause();
  for (let n = 0; n < 10; n++) {
    socket.send(JSON.stringify({ id: String(n), type: 'subscribe', payload: JSON.parse(BODY) as object }));
  }
  const closed = once(socket, 'close');
  socket.on('error', () => {});
  await new Promise((resolve) => setTimeout(resolve, 3000));
  socket.resume();

  expect((await closed)[0]).toBe(1006);
});

test('an event stream that is not read ends after the time for sending', async () => {
  await using gateway = await serveGateway({
    SEND_TIMEOUT_MS: '500',
    SEND_MIN_BYTES_PER_SECOND: '1000000000',
  });
  const subscription = JSON.stringify({ query: 'subscription { renamed { name } }' });
  const socket = await sendUnread(gateway.url, request(subscription, { accept: 'text/event-stream' }));
  await expect.poll(() => gateway.graph.renamed.count).toBe(1);
  const name = 'y'.repeat(400_000);
  for (let n = 0; n < 40; n++) gateway.graph.renamed.publish({ renamed: { uscc: 'E1', name } });

  await expect.poll(() => gateway.graph.renamed.count).toBe(0);
  await ends(socket);
});
