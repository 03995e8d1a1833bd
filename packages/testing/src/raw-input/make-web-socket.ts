import { randomBytes } from 'node:crypto';
import type { Random } from '../random-graph/index.ts';
import { makeDocument } from './make-document.ts';
import { mutate } from './mutate.ts';

const MESSAGES = [
  'connection_init',
  'ping',
  'pong',
  'subscribe',
  'complete',
  'next',
  'error',
  'start',
  'x',
  '',
  null,
  7,
];
const TEXT = 1;
const CLOSE = 8;

/** A WebSocket from its handshake on: frames in and out of order, with messages of graphql-transport-ws or something like them. */
export function makeWebSocket(random: Random, documents: readonly string[]): Buffer {
  const heads = [
    'GET /graphql HTTP/1.1',
    'host: 127.0.0.1',
    `connection: ${random.chance(0.95) ? 'Upgrade' : 'close'}`,
    `upgrade: ${random.chance(0.95) ? 'websocket' : random.pick(['h2c', 'WEBSOCKET', 'websocket, x'])}`,
    `sec-websocket-key: ${random.chance(0.95) ? Buffer.alloc(16, random.below(256)).toString('base64') : random.pick(['', 'x', 'AAAA'])}`,
    `sec-websocket-version: ${random.chance(0.95) ? 13 : random.pick(['8', '14', 'x', ''])}`,
    `sec-websocket-protocol: ${random.chance(0.9) ? 'graphql-transport-ws' : random.pick(['graphql-ws', '', 'x, y', ',,'])}`,
    ...(random.chance(0.1)
      ? ['sec-websocket-extensions: permessage-deflate; server_max_window_bits=99; x']
      : []),
    ...(random.chance(0.1) ? ['origin: http://evil.example'] : []),
  ];
  const frames = random.times(random.below(8), (n) =>
    makeFrame(random, documents, n === 0 && random.chance(0.8)),
  );
  const all = Buffer.concat([Buffer.from([...heads, '', ''].join('\r\n')), ...frames]);
  return random.chance(0.15) ? mutate(random, all, 2) : all;
}

function makeFrame(random: Random, documents: readonly string[], isFirst: boolean): Buffer {
  const opcode = random.chance(0.85) ? TEXT : random.pick([0, 2, 3, CLOSE, 9, 10, 11, 15]);
  const message = isFirst ? Buffer.from('{"type":"connection_init"}') : makeMessage(random, documents);
  const payload = opcode === CLOSE ? Buffer.from([0, random.below(256)]) : message;
  const isFinal = random.chance(0.9);
  const reserved = random.chance(0.97) ? 0 : random.below(8) << 4;
  const isMasked = random.chance(0.95);
  return Buffer.concat([
    Buffer.of((isFinal ? 0x80 : 0) | reserved | opcode),
    lengthOf(random, payload.length, isMasked),
    ...(isMasked ? masked(payload) : [payload]),
  ]);
}

function lengthOf(random: Random, length: number, isMasked: boolean): Buffer {
  const mask = isMasked ? 0x80 : 0;
  if (random.chance(0.02)) return Buffer.of(mask | 127, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
  if (length < 126) return Buffer.of(mask | length);
  return Buffer.of(mask | 126, length >> 8, length & 0xff);
}

function masked(payload: Buffer): [Buffer, Buffer] {
  const mask = randomBytes(4);
  return [mask, Buffer.from(payload.map((byte, i) => byte ^ mask[i % 4]!))];
}

function makeMessage(random: Random, documents: readonly string[]): Buffer {
  const message = {
    id: random.pick<unknown>(['1', '1', '2', '', 7, null, 'x'.repeat(1000)]),
    type: random.chance(0.6) ? 'subscribe' : random.pick<unknown>(MESSAGES),
    payload: random.chance(0.8)
      ? {
          query: makeDocument(random, documents),
          variables: random.pick<unknown>([undefined, {}, null, [], { uscc: 'E1' }]),
        }
      : random.pick<unknown>([undefined, null, {}, [], 'x', 7, { authorization: 'Bearer x' }]),
  };
  const bytes = Buffer.from(JSON.stringify(message));
  return (random.chance(0.2) ? mutate(random, bytes) : bytes).subarray(0, 60_000);
}
