import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClient, type StreamedAnswer } from '../src/index.ts';
import { OK, refused, serve } from './support/serve.ts';

const Q = '{ a }';
const TYPE = 'multipart/mixed; boundary="-"; deferSpec=20220824';
/** As the gateway writes them. */
const MESSAGES = [
  {
    data: { enterprise: { name: '京桥 ---\r\n---', permits: [{ number: '1' }, { number: '2' }] } },
    hasNext: true,
  },
  {
    incremental: [
      { data: { taxpayer: { id: 'T', arrears: null } }, path: ['enterprise'], label: 'tax' },
      { data: { name: '许可' }, path: ['enterprise', 'permits', 1] },
    ],
    hasNext: true,
  },
  {
    incremental: [
      {
        data: null,
        path: ['enterprise'],
        label: 'land',
        errors: [
          {
            message: 'm',
            path: ['enterprise', 'parcels'],
            extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'land' },
          },
        ],
      },
      { data: { taxpayer: { id: 'T', name: '甲' } }, path: ['enterprise'] },
    ],
    hasNext: false,
  },
];
const BODY = Buffer.from(
  MESSAGES.reduce(
    (body, message) =>
      `${body}content-type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(message)}\r\n---${message.hasNext ? '' : '--'}\r\n`,
    '\r\n---\r\n',
  ),
);
const FIRST = { name: '京桥 ---\r\n---', permits: [{ number: '1' }, { number: '2' }] };
const PERMITS = [{ number: '1' }, { number: '2', name: '许可' }];
const STATES = [
  { isComplete: false, problems: [], data: { enterprise: FIRST } },
  {
    isComplete: false,
    problems: [],
    data: { enterprise: { ...FIRST, permits: PERMITS, taxpayer: { id: 'T', arrears: null } } },
  },
  {
    isComplete: true,
    problems: [expect.objectContaining({ code: 'DEPARTMENT_UNAVAILABLE', department: 'land' })],
    data: { enterprise: { ...FIRST, permits: PERMITS, taxpayer: { id: 'T', arrears: null, name: '甲' } } },
  },
];

/** Streams these pieces of bytes; then fails, or ends. */
function streaming(pieces: readonly Uint8Array[], failure?: Error): typeof fetch {
  return async () => {
    const left = [...pieces];
    const body = new ReadableStream({
      pull(controller) {
        const piece = left.shift();
        if (piece) controller.enqueue(piece);
        else if (failure) controller.error(failure);
        else controller.close();
      },
    });
    return new Response(body, { headers: { 'content-type': TYPE } });
  };
}

async function collect(fetched: typeof fetch): Promise<StreamedAnswer<unknown>[]> {
  const graph = createClient({ url: 'http://gateway.invalid/', fetch: fetched, retries: 0 });
  return Array.fromAsync(graph.stream(Q, {}));
}

test('parts are merged in place, wherever the network cuts the bytes', async () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: BODY.length - 1 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(cuts, async (places) => {
      const ends = [...places.sort((a, b) => a - b), BODY.length];
      const pieces = ends.map((end, i) => BODY.subarray(ends[i - 1] ?? 0, end));
      expect(await collect(streaming(pieces))).toEqual(STATES);
    }),
  );
  expect(await collect(streaming([...BODY].map((byte) => Uint8Array.of(byte))))).toEqual(STATES);
});

test('an answer that is cut off anywhere has what came, and says that the rest did not come', async () => {
  // With its last message, before its last delimiter, an answer is whole.
  const whole = BODY.length - '--\r\n'.length;
  for (let end = 0; end < whole; end++) {
    const answers = await collect(streaming([BODY.subarray(0, end)], new Error('reset')));
    const { data, isComplete, problems } = answers.at(-1)!;
    expect({ isComplete, problem: problems.at(-1) }).toMatchObject({
      isComplete: true,
      problem: { code: 'NO_ANSWER', canRetry: true },
    });
    expect(answers.slice(0, -1)).toEqual(STATES.slice(0, answers.length - 1));
    expect(data).toEqual(STATES[answers.length - 2]?.data ?? null);
  }
  for (let end = whole; end <= BODY.length; end++) {
    expect(await collect(streaming([BODY.subarray(0, end)], new Error('reset')))).toEqual(STATES);
  }
});

test('an answer before keeps its state when the next part comes', async () => {
  const graph = createClient({ url: 'http://gateway.invalid/', fetch: streaming([BODY]) });
  const texts: string[] = [];
  const answers: unknown[] = [];
  for await (const { data } of graph.stream(Q, {})) {
    answers.push(data);
    texts.push(JSON.stringify(data));
  }
  expect(answers.map((data) => JSON.stringify(data))).toEqual(texts);
});

test('over a real connection that breaks between two parts, the first part stays', async () => {
  const second = BODY.indexOf('---\r\n', 20) + 5;
  const { url, received } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': TYPE });
    response.write(BODY.subarray(0, second), () => setTimeout(() => response.destroy(), 50));
  });
  const answers = await Array.fromAsync(createClient({ url }).stream(Q, {}));
  expect(answers).toMatchObject([
    STATES[0],
    { ...STATES[0], isComplete: true, problems: [{ code: 'NO_ANSWER' }] },
  ]);
  expect(received[0]!.headers.accept).toContain('multipart/mixed;deferSpec=20220824');
});

test('parts may take the time-out each, and a caller may take its time over them', async () => {
  const lines = BODY.toString().split(/(?<=---\r\n)/);
  const { url } = await serve(async (_request, response) => {
    response.writeHead(200, { 'content-type': TYPE });
    for (const line of lines) {
      response.write(line);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    response.end();
  });
  const answers = [];
  for await (const answer of createClient({ url, timeoutMs: 300 }).stream(Q, {})) {
    answers.push(answer);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  expect(answers).toEqual(STATES);
});

test('a stream whose first part did not come is asked for again; an answer without parts is complete', async () => {
  const { url, received } = await serve(refused('NOT_READY', 503), OK);
  expect(await Array.fromAsync(createClient({ url }).stream(Q, {}))).toEqual([
    { data: { a: 1 }, problems: [], isComplete: true },
  ]);
  expect(received).toHaveLength(2);
});

test('whoever leaves a stream ends its request', async () => {
  const closed = Promise.withResolvers<void>();
  const { url } = await serve((request, response) => {
    request.socket.once('close', () => closed.resolve());
    response.writeHead(200, { 'content-type': TYPE }).write(BODY.subarray(0, 300));
  });
  for await (const answer of createClient({ url }).stream(Q, {})) {
    expect(answer.isComplete).toBe(false);
    break;
  }
  await closed.promise;
});
