import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { type Caller, catchUserErrors } from '../../src/index.ts';
import { tellFollowers } from '../../src/outbox/index.ts';
import {
  createWebhookCommands,
  type DeliveryOptions,
  deliverNext,
  type WebhookErrorCode,
} from '../../src/webhooks/index.ts';
import { defineWebhooks } from '../../src/webhooks/webhook-table.ts';
import { openTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { CASE_MIGRATIONS } from '../support/open-cases.ts';
import { idempotencyKeys, outbox } from '../support/case-tables.ts';

const webhooks = defineWebhooks();
/** As drizzle-kit writes it from the table. */
const TABLE = `create table webhooks (
  id text primary key, owner text not null, client text not null, url text not null, secret text not null,
  former_secret text, former_until timestamptz, topics text[] not null, created_at timestamptz not null,
  position bigint not null, attempts integer not null default 0, failing_since timestamptz, last_error text,
  last_delivery_at timestamptz, next_attempt_at timestamptz not null, disabled_at timestamptz);
  grant select, insert, update, delete on webhooks to public;`;

/** A receiver that keeps what it got, as Standard Webhooks verifies it. */
export interface Receiver extends AsyncDisposable {
  url: string;
  /** Bodies, in order. */
  got: { id: string; type: string; data: Record<string, unknown> }[];
  raw: { headers: IncomingMessage['headers']; body: string }[];
  /** Answers instead of 204; null goes back. */
  answer: ((response: ServerResponse, request: IncomingMessage) => void) | null;
}

export async function openReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      receiver.raw.push({ headers: request.headers, body });
      if (receiver.answer) return receiver.answer(response, request);
      receiver.got.push({ id: request.headers['webhook-id'] as string, ...JSON.parse(body) });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    got: [],
    raw: [],
    answer: null,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** The webhooks of a department over a database of their own, with a clock that stands still. */
export interface OpenWebhooks extends AsyncDisposable {
  database: TestDatabase;
  clock: { now: Date };
  commands: ReturnType<typeof createWebhookCommands>;
  options: DeliveryOptions;
  /** By owner, the keys of what it may see. */
  visible: Map<string, Set<string>>;
  register(owner: string, url: string, key?: string): Promise<{ id: string; secret: string }>;
  rejection(command: () => Promise<unknown>): Promise<WebhookErrorCode[]>;
  /** An event in the outbox that the relay has told. */
  happen(key: string, payload?: object): Promise<void>;
  /** Sends until nothing is due; how many webhooks were. */
  deliverAll(): Promise<number>;
}

export const callerOf = (user: string | null) => ({ client: 'portal', user }) as Caller;

export async function openWebhooks(): Promise<OpenWebhooks> {
  const database = await openTestDatabase(CASE_MIGRATIONS);
  await database.sql.unsafe(TABLE);
  const clock = { now: new Date('2026-03-02T02:00:00Z') };
  const visible = new Map<string, Set<string>>();
  const allowed = { allowLoopback: true };
  const { db, sql } = database.service;
  const commands = createWebhookCommands({
    db,
    webhooks,
    outbox,
    idempotencyKeys,
    topics: ['case_changed', 'permit_granted'],
    allowed,
    now: () => clock.now,
  });
  const options: DeliveryOptions = {
    department: 'dogs',
    allowed,
    timeoutMs: 300,
    now: () => clock.now,
    mayTell: async (owner, _topic, keys) =>
      new Set(keys.filter((key) => visible.get(owner)?.has(key) ?? false)),
  };
  let keys = 0;
  return {
    database,
    clock,
    commands,
    options,
    visible,
    async register(owner, url, key = `key-${++keys}`) {
      const command = { caller: callerOf(owner), idempotencyKey: key };
      return commands.register(command, { url, topics: ['case_changed'] });
    },
    async rejection(command) {
      const { userErrors } = await catchUserErrors<unknown, WebhookErrorCode>(command);
      return userErrors.map(({ code }) => code);
    },
    async happen(key, payload = {}) {
      await sql`insert into outbox (topic, key, payload) values ('case_changed', ${key}, ${JSON.stringify(payload)}::text::jsonb)`;
      await tellFollowers(sql, true);
    },
    async deliverAll() {
      let count = 0;
      while (await deliverNext(sql, options)) count += 1;
      return count;
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/** @throws Error when the signature is not by the secret */
export function verify({ headers, body }: Receiver['raw'][number], secret: string): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}
