import { randomBytes, randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type IdempotencyErrorCode, runOnce } from '../commands/run-once.ts';
import type { IdempotencyTable } from '../commands/idempotency-table.ts';
import { userError } from '../commands/user-errors.ts';
import type { Db } from '../database/db.ts';
import { type AllowedAddresses, forbiddenKind, literalAddress } from '../network/addresses.ts';
import type { OutboxTable } from '../outbox/outbox-table.ts';
import type { Caller } from '../trust/caller.ts';
import { type Receipt, sendMessage } from './send-message.ts';
import type { WebhookRow, WebhookTable } from './webhook-table.ts';

export type WebhookErrorCode =
  | IdempotencyErrorCode
  | 'NO_PERSON'
  | 'UNKNOWN_WEBHOOK'
  | 'MALFORMED_URL'
  | 'UNKNOWN_HOST'
  | 'FORBIDDEN_ADDRESS'
  | 'NO_TOPICS'
  | 'UNKNOWN_TOPIC'
  | 'TOO_MANY_WEBHOOKS';

export interface WebhookOptions {
  db: PostgresJsDatabase;
  webhooks: WebhookTable;
  outbox: OutboxTable;
  idempotencyKeys: IdempotencyTable;
  /** Kinds of events that may be asked for. */
  topics: readonly string[];
  allowed: AllowedAddresses;
  now?: () => Date;
}

/** One command of one caller; see runOnce. */
export interface WebhookCommand {
  caller: Caller;
  idempotencyKey: string;
}

const MAX_WEBHOOKS = 10;
const MAX_URL_CHARACTERS = 2000;
const RESOLVE_TIMEOUT_MS = 5_000;
const TEST_TIMEOUT_MS = 5_000;
const SECRET_BYTES = 32;
/** After a change of the secret, messages are signed with both for a day. */
const BOTH_SECRETS_MS = 24 * 3_600_000;

/** The commands on webhooks of the person who is signed in. Each throws UserErrors. */
export function createWebhookCommands(options: WebhookOptions) {
  const { db, webhooks, idempotencyKeys, allowed, now = () => new Date() } = options;

  async function once(
    { caller, idempotencyKey }: WebhookCommand,
    name: string,
    input: object,
    run: (tx: Db, owner: string) => Promise<string>,
  ): Promise<WebhookRow> {
    const owner = requirePerson(caller);
    return db.transaction(async (tx) => {
      const command = { caller, key: idempotencyKey, name, input, now: now() };
      const { result } = await runOnce(tx, idempotencyKeys, command, () => run(tx, owner));
      return require(tx, owner, result);
    });
  }

  /** Of somebody else, a webhook is none. */
  async function require(tx: Db, owner: string, id: string): Promise<WebhookRow> {
    const [row] = await tx
      .select()
      .from(webhooks)
      .where(and(eq(webhooks.id, id), eq(webhooks.owner, owner)))
      .for('update');
    if (row) return row;
    throw userError<WebhookErrorCode>('UNKNOWN_WEBHOOK', 'There is no such webhook.', ['id']);
  }

  async function change(
    command: WebhookCommand,
    name: string,
    id: string,
    changes: (row: WebhookRow) => Partial<WebhookRow>,
  ): Promise<WebhookRow> {
    return once(command, name, { id }, async (tx, owner) => {
      const row = await require(tx, owner, id);
      await tx.update(webhooks).set(changes(row)).where(eq(webhooks.id, id));
      return id;
    });
  }

  return {
    /** Told of what happens from now on. The secret is in the row. */
    async register(
      command: WebhookCommand,
      { url, topics }: { url: string; topics: readonly string[] },
    ): Promise<WebhookRow> {
      requirePerson(command.caller);
      checkTopics(topics, options.topics);
      await checkUrl(url, allowed);
      return once(command, 'registerWebhook', { url, topics }, async (tx, owner) => {
        // One after another: else two at once could pass the limit together.
        await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`webhooks of ${owner}`}))`);
        const [held] = await tx.select({ count: count() }).from(webhooks).where(eq(webhooks.owner, owner));
        if (held!.count >= MAX_WEBHOOKS) {
          throw userError<WebhookErrorCode>(
            'TOO_MANY_WEBHOOKS',
            `You have ${MAX_WEBHOOKS} webhooks: remove one first.`,
          );
        }
        const id = `WH-${randomUUID()}`;
        const at = now().toISOString();
        await tx.insert(webhooks).values({
          id,
          owner,
          client: command.caller.client,
          url,
          secret: newSecret(),
          topics: [...topics],
          createdAt: at,
          nextAttemptAt: at,
          position: sql`(select coalesce(max(position), 0) from ${options.outbox})`,
        });
        return id;
      });
    },

    /** Removes a webhook. Again, it is unknown. */
    async remove({ caller }: Pick<WebhookCommand, 'caller'>, id: string): Promise<WebhookRow> {
      const owner = requirePerson(caller);
      return db.transaction(async (tx) => {
        const row = await require(tx, owner, id);
        await tx.delete(webhooks).where(eq(webhooks.id, id));
        return row;
      });
    },

    /** Replaces the secret. For a day, messages are signed with both. */
    rotateSecret: (command: WebhookCommand, id: string): Promise<WebhookRow> =>
      change(command, 'rotateWebhookSecret', id, ({ secret }) => ({
        secret: newSecret(),
        formerSecret: secret,
        formerUntil: new Date(now().getTime() + BOTH_SECRETS_MS).toISOString(),
      })),

    /** Turns a webhook on again that was turned off because it failed for days. It goes on where it was. */
    enable: (command: WebhookCommand, id: string): Promise<WebhookRow> =>
      change(command, 'enableWebhook', id, () => ({
        disabledAt: null,
        attempts: 0,
        failingSince: null,
        nextAttemptAt: now().toISOString(),
      })),

    /** Sends a message of the type `webhook.test`, and returns how the receiver answered. */
    async test({ caller }: Pick<WebhookCommand, 'caller'>, id: string): Promise<Receipt> {
      const { url, secret } = await require(db, requirePerson(caller), id);
      const at = now();
      const body = JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: { id } });
      const message = { id: `test-${randomUUID()}`, body };
      return sendMessage(url, [secret], message, { allowed, timeoutMs: TEST_TIMEOUT_MS }, at);
    },

    /** Newest first. */
    list(caller: Caller): Promise<WebhookRow[]> {
      const owner = requirePerson(caller);
      return db
        .select()
        .from(webhooks)
        .where(eq(webhooks.owner, owner))
        .orderBy(desc(webhooks.createdAt), webhooks.id);
    },
  };
}

function requirePerson({ user }: Caller): string {
  if (user !== null) return user;
  throw userError<WebhookErrorCode>(
    'NO_PERSON',
    'A webhook belongs to a person: sign in with a token of a person.',
  );
}

function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

function checkTopics(topics: readonly string[], all: readonly string[]): void {
  if (topics.length === 0) {
    throw userError<WebhookErrorCode>('NO_TOPICS', 'Name at least one kind of event.', ['input', 'topics']);
  }
  const unknown = topics.find((topic) => !all.includes(topic));
  if (unknown === undefined) return;
  const message = `There are no events ${unknown}: choose of ${all.join(', ')}.`;
  throw userError<WebhookErrorCode>('UNKNOWN_TOPIC', message, ['input', 'topics']);
}

/** A webhook is sent from inside the network, to where somebody outside says. */
async function checkUrl(text: string, allowed: AllowedAddresses): Promise<void> {
  const field = ['input', 'url'];
  const url = text.length <= MAX_URL_CHARACTERS ? URL.parse(text) : null;
  const isSecure = url?.protocol === 'https:' || (allowed.allowLoopback && url?.protocol === 'http:');
  if (!url || !isSecure || url.username || url.password || url.hash) {
    const message = 'The URL must begin with https://, and must not contain a user name, a password or #.';
    throw userError<WebhookErrorCode>('MALFORMED_URL', message, field);
  }
  for (const address of await addressesOf(url.hostname, field)) {
    const kind = forbiddenKind(address, allowed);
    if (kind === null) continue;
    const message = `${url.hostname} has the address ${address}. Nothing is sent to ${kind} addresses.`;
    throw userError<WebhookErrorCode>('FORBIDDEN_ADDRESS', message, field);
  }
}

async function addressesOf(hostname: string, field: string[]): Promise<string[]> {
  const literal = literalAddress(hostname);
  if (literal !== null) return [literal];
  const late = AbortSignal.timeout(RESOLVE_TIMEOUT_MS);
  try {
    const found = await Promise.race([
      lookup(hostname, { all: true }),
      new Promise<never>((_, reject) =>
        late.addEventListener('abort', () => reject(late.reason as Error), { once: true }),
      ),
    ]);
    return found.map(({ address }) => address);
  } catch {
    const message = `The host name ${hostname} cannot be resolved.`;
    throw userError<WebhookErrorCode>('UNKNOWN_HOST', message, field);
  }
}
