import type { Sql } from 'postgres';
import type { AllowedAddresses } from '../network/addresses.ts';
import type { OutboxMessage } from '../outbox/messages.ts';
import type { WebhookRow } from './webhook-table.ts';
import { sendMessage } from './send-message.ts';

export interface DeliveryOptions {
  /** Name of the department: the beginning of the messages' ids. */
  department: string;
  allowed: AllowedAddresses;
  /**
   * Returns the keys, of these, of what the owner may see at the moment: nothing else is told.
   *
   * @param owner `sub` of the person
   */
  mayTell(owner: string, topic: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  timeoutMs?: number;
  now?: () => Date;
}

type Due = Pick<
  WebhookRow,
  'id' | 'owner' | 'url' | 'secret' | 'formerSecret' | 'topics' | 'attempts' | 'failingSince'
> & { position: string };

type Event = OutboxMessage & { position: string };

const MAX_EVENTS = 50;
const TIMEOUT_MS = 10_000;
/** A process that ends while it sends leaves its webhook to another after this time. */
const LEASE_MARGIN_MS = 30_000;
const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 3_600_000;
/** A receiver that fails for so long is told nothing more until its owner turns it on again. */
const MAX_FAILING_MS = 3 * 24 * 3_600_000;
const GONE = 410;

/**
 * Sends the next events of one webhook that is due, in the order of the outbox, until one is not taken. An event is sent at least once;
 * sent again it has the same id.
 *
 * @returns whether a webhook was due
 */
export async function deliverNext(sql: Sql, options: DeliveryOptions): Promise<boolean> {
  const { now = () => new Date(), timeoutMs = TIMEOUT_MS } = options;
  const webhook = await lease(sql, now(), timeoutMs);
  if (!webhook) return false;
  const events = await eventsBehind(sql, webhook);
  const visible = await visibleOf(webhook, events, options);
  let delivered = webhook.position;
  for (const event of events) {
    if (visible.has(event)) {
      const receipt = await send(webhook, event, options, now(), timeoutMs);
      if (receipt.error !== null) {
        await fail(sql, webhook, delivered, receipt.error, receipt.status === GONE, now());
        return true;
      }
    }
    delivered = event.position;
    // What was taken is not sent again, whatever happens now.
    await sql`
      update webhooks set position = ${delivered}, next_attempt_at = ${leaseEnd(now(), timeoutMs)}
      where id = ${webhook.id}`;
  }
  await succeed(sql, webhook, delivered, visible.size > 0, now());
  return true;
}

/** Takes the webhook that has waited longest, for as long as sending can take. */
async function lease(sql: Sql, now: Date, timeoutMs: number): Promise<Due | undefined> {
  const until = leaseEnd(now, timeoutMs);
  const [due] = await sql<Due[]>`
    update webhooks set next_attempt_at = ${until}
    where id = (
      select id from webhooks
      where disabled_at is null and next_attempt_at <= ${now.toISOString()}
        and exists (
          select 1 from outbox where outbox.position > webhooks.position and outbox.topic = any(webhooks.topics))
      order by next_attempt_at limit 1 for update skip locked)
    returning id, owner, url, secret, case when former_until > ${now.toISOString()} then former_secret end
      as "formerSecret", topics, position::text, attempts, failing_since as "failingSince"`;
  return due;
}

/** Sending one event takes no longer. */
function leaseEnd(now: Date, timeoutMs: number): string {
  return new Date(now.getTime() + timeoutMs + LEASE_MARGIN_MS).toISOString();
}

function eventsBehind(sql: Sql, { position, topics }: Due) {
  return sql<Event[]>`
    select id::text, topic, key, payload, created_at as "createdAt", position::text
    from outbox where position > ${position} and topic = any(${topics as string[]})
    order by position limit ${MAX_EVENTS}`;
}

async function visibleOf(
  { owner }: Due,
  events: readonly Event[],
  { mayTell }: DeliveryOptions,
): Promise<ReadonlySet<Event>> {
  const visible = new Set<Event>();
  for (const [topic, ofTopic] of Map.groupBy(events, (event) => event.topic)) {
    const keys = await mayTell(owner, topic, [...new Set(ofTopic.map(({ key }) => key))]);
    for (const event of ofTopic) if (keys.has(event.key)) visible.add(event);
  }
  return visible;
}

function send(
  { url, secret, formerSecret }: Due,
  { id, topic, key, payload, createdAt }: Event,
  { department, allowed }: DeliveryOptions,
  now: Date,
  timeoutMs: number,
) {
  const timestamp = new Date(createdAt).toISOString();
  const body = JSON.stringify({ type: topic, timestamp, data: { key, ...payload } });
  const secrets = formerSecret === null ? [secret] : [secret, formerSecret];
  return sendMessage(url, secrets, { id: `${department}-${id}`, body }, { allowed, timeoutMs }, now);
}

async function fail(
  sql: Sql,
  { id, attempts, failingSince }: Due,
  delivered: string,
  error: string,
  isGone: boolean,
  now: Date,
): Promise<void> {
  const since = failingSince === null ? now : new Date(failingSince);
  const isOver = isGone || now.getTime() - since.getTime() >= MAX_FAILING_MS;
  const next = new Date(now.getTime() + pauseAfter(attempts)).toISOString();
  await sql`
    update webhooks set attempts = attempts + 1, failing_since = ${since.toISOString()}, last_error = ${error},
      position = ${delivered}, next_attempt_at = ${next}, disabled_at = ${isOver ? now.toISOString() : null}
    where id = ${id}`;
}

async function succeed(sql: Sql, { id }: Due, delivered: string, isSent: boolean, now: Date): Promise<void> {
  await sql`
    update webhooks set position = ${delivered}, next_attempt_at = ${now.toISOString()},
      last_delivery_at = case when ${isSent} then ${now.toISOString()}::timestamptz else last_delivery_at end,
      attempts = case when ${isSent} then 0 else attempts end,
      failing_since = case when ${isSent} then null else failing_since end,
      last_error = case when ${isSent} then null else last_error end
    where id = ${id}`;
}

/** Twice as long each time, with up to half of it by chance, so that receivers which failed together are not asked together. */
function pauseAfter(attempts: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempts, MAX_PAUSE_MS);
  return pause * (1 - Math.random() / 2);
}
