import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { deliverNext, startWebhookSender } from '../../src/webhooks/index.ts';
import {
  callerOf,
  openReceiver,
  openWebhooks,
  type OpenWebhooks,
  type Receiver,
  verify,
} from './open-webhooks.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let open: OpenWebhooks;
let receiver: Receiver;
beforeAll(async () => {
  open = await openWebhooks();
});
afterAll(() => open[Symbol.asyncDispose]());
beforeEach(async () => {
  await open.database.sql`truncate outbox, webhooks, idempotency_keys`;
  open.clock.now = new Date();
  open.visible.clear();
  open.visible.set('wang', new Set(['C1', 'C2', 'C3']));
  receiver = await openReceiver();
});
afterEach(() => receiver[Symbol.asyncDispose]());

const later = (ms: number) => void (open.clock.now = new Date(open.clock.now.getTime() + ms));
const row = async (id: string) => {
  const [found] = await open.database.sql`
    select attempts, last_error, disabled_at, failing_since, position::text from webhooks where id = ${id}`;
  return found!;
};
const keysGot = () => receiver.got.map(({ data }) => data['key']);

describe('what happens', () => {
  test('is sent in order, signed, with what it is and nothing that was before', async () => {
    await open.happen('C1', { n: 0 });
    const { secret } = await open.register('wang', receiver.url);
    await open.happen('C1', { state: 'SUBMITTED', version: 2 });
    await open.happen('C2', { state: 'RETURNED', version: 3 });
    expect(await open.deliverAll()).toBeGreaterThan(0);
    expect(receiver.got).toMatchObject([
      {
        id: expect.stringMatching(/^dogs-\d+$/),
        type: 'case_changed',
        data: { key: 'C1', state: 'SUBMITTED', version: 2 },
      },
      { type: 'case_changed', data: { key: 'C2', state: 'RETURNED', version: 3 } },
    ]);
    expect(() => verify(receiver.raw[0]!, secret)).not.toThrow();
    const changed = { ...receiver.raw[0]!, body: receiver.raw[0]!.body.replace('SUBMITTED', 'DELIVERED') };
    expect(() => verify(changed, secret)).toThrow();
    expect(await open.deliverAll()).toBe(0);
  });

  test('is told to nobody who may not see it, asked again at each event', async () => {
    await open.register('wang', receiver.url);
    await open.register('li', receiver.url);
    await open.happen('C1');
    await open.happen('X9');
    await open.deliverAll();
    expect(keysGot()).toEqual(['C1']);
    open.visible.get('wang')!.delete('C1');
    await open.happen('C1');
    await open.deliverAll();
    expect(keysGot()).toEqual(['C1']);
  });

  test('is sent again, later each time, with the same id, and what follows waits for it', async () => {
    const { id } = await open.register('wang', receiver.url);
    receiver.answer = (response) => response.writeHead(500).end();
    await open.happen('C1');
    await open.happen('C2');
    await open.deliverAll();
    expect(receiver.raw).toHaveLength(1);
    expect(await row(id)).toMatchObject({ attempts: 1, last_error: 'answered with status 500' });
    expect(await open.deliverAll()).toBe(0);

    later(MINUTE);
    await open.deliverAll();
    expect(await row(id)).toMatchObject({ attempts: 2 });
    receiver.answer = null;
    later(MINUTE);
    await open.deliverAll();
    expect(keysGot()).toEqual(['C1', 'C2']);
    expect(new Set(receiver.raw.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await row(id)).toMatchObject({ attempts: 0, last_error: null, failing_since: null });
  });

  test.each<[what: string, answer: Receiver['answer'], error: RegExp]>([
    ['does not answer', () => {}, /in time/],
    [
      'redirects',
      (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      /302/,
    ],
    ['breaks off', (response) => response.destroy(), /ECONNRESET|hang up/],
  ])('is sent again when the receiver %s', async (_what, answer, error) => {
    const { id } = await open.register('wang', receiver.url);
    receiver.answer = answer;
    await open.happen('C1');
    await open.deliverAll();
    expect((await row(id))['last_error']).toMatch(error);
    expect(receiver.raw).toHaveLength(1);
  });

  test('is not sent any more to a receiver that failed for three days, or is gone, until its owner turns it on', async () => {
    const { id } = await open.register('wang', receiver.url);
    receiver.answer = (response) => response.writeHead(503).end();
    await open.happen('C1');
    await open.deliverAll();
    later(3 * DAY);
    await open.deliverAll();
    expect((await row(id))['disabled_at']).not.toBeNull();
    later(DAY);
    expect(await open.deliverAll()).toBe(0);

    await open.commands.enable({ caller: callerOf('wang'), idempotencyKey: 'on' }, id);
    receiver.answer = null;
    await open.deliverAll();
    expect(keysGot()).toEqual(['C1']);
    receiver.answer = (response) => response.writeHead(410).end();
    await open.happen('C2');
    await open.deliverAll();
    expect((await row(id))['disabled_at']).not.toBeNull();
  });

  test('goes on where it was when a process ends while it sends', async () => {
    await open.register('wang', receiver.url);
    for (const key of ['C1', 'C2', 'C3']) await open.happen(key);
    let answered = 0;
    receiver.answer = (response) => {
      answered += 1;
      response.writeHead(204).end();
    };
    // The process ends after the second event was taken.
    const ended = deliverNext(open.database.service.sql, {
      ...open.options,
      now: () => {
        if (answered >= 2) throw new Error('ended');
        return open.clock.now;
      },
    });
    await expect(ended).rejects.toThrow('ended');
    expect(await open.deliverAll()).toBe(0);
    receiver.answer = null;
    later(MINUTE);
    await open.deliverAll();
    expect(keysGot()).toEqual(['C2', 'C3']);
  });

  test('is sent to many receivers at once, to each once, by two processes', async () => {
    for (let i = 0; i < 8; i++) await open.register('wang', `${receiver.url}/${i}`, `k${i}`);
    const options = { ...open.options, pollMs: 20, now: () => new Date() };
    const senders = [1, 2].map(() => startWebhookSender(open.database.service.sql, options));
    for (const key of ['C1', 'C2', 'C3']) await open.happen(key);
    for (const sender of senders) sender.wake();
    await vi.waitFor(() => expect(receiver.got).toHaveLength(24), 10_000);
    await Promise.all(senders.map((sender) => sender[Symbol.asyncDispose]()));
    expect(receiver.got).toHaveLength(24);
  });
});

describe('a webhook', () => {
  test.each([
    ['no address', 'hook', 'MALFORMED_URL'],
    ['another protocol', 'ftp://example.com/', 'MALFORMED_URL'],
    ['a password', 'https://a:b@example.com/', 'MALFORMED_URL'],
    ['a metadata service', 'https://169.254.169.254/latest', 'FORBIDDEN_ADDRESS'],
    ['the same as a number', 'https://2852039166/latest', 'FORBIDDEN_ADDRESS'],
    ['a link-local address', 'https://[fe80::1]/', 'FORBIDDEN_ADDRESS'],
    ['a name that nobody has', 'https://no-such-host.invalid/', 'UNKNOWN_HOST'],
  ])('is refused with %s', async (_what, url, code) => {
    expect(await open.rejection(() => open.register('wang', url))).toEqual([code]);
    expect(await open.database.sql`select 1 from webhooks`).toHaveLength(0);
  });

  test('that was registered before its address was forbidden is not sent to', async () => {
    const { id } = await open.register('wang', receiver.url);
    await open.happen('C1');
    const options = { ...open.options, allowed: { allowLoopback: false } };
    await deliverNext(open.database.service.sql, options);
    expect(receiver.raw).toEqual([]);
    expect((await row(id))['last_error']).toContain('loopback');
    // By name as well.
    await open.database
      .sql`update webhooks set url = replace(url, '127.0.0.1', 'localhost'), next_attempt_at = ${open.clock.now.toISOString()}`;
    await deliverNext(open.database.service.sql, options);
    expect(receiver.raw).toEqual([]);
    expect((await row(id))['last_error']).toContain('loopback');
  });

  test('belongs to a person, who alone sees, changes and tries it', async () => {
    expect(await open.rejection(async () => open.commands.list(callerOf(null)))).toEqual(['NO_PERSON']);
    const { id } = await open.register('wang', receiver.url);
    const li = { caller: callerOf('li'), idempotencyKey: 'x' };
    for (const command of [
      () => open.commands.remove(li, id),
      () => open.commands.enable(li, id),
      () => open.commands.rotateSecret(li, id),
      () => open.commands.test(li, id),
      () => open.commands.remove(li, 'WH-nothing'),
    ]) {
      expect(await open.rejection(command)).toEqual(['UNKNOWN_WEBHOOK']);
    }
    expect(await open.commands.list(callerOf('li'))).toEqual([]);
    expect(await open.commands.list(callerOf('wang'))).toMatchObject([{ id }]);
    expect(await open.commands.test({ caller: callerOf('wang') }, id)).toEqual({ status: 204, error: null });
    expect(receiver.got).toMatchObject([{ type: 'webhook.test' }]);
    await open.commands.remove({ caller: callerOf('wang') }, id);
    expect(await open.rejection(() => open.commands.remove({ caller: callerOf('wang') }, id))).toEqual([
      'UNKNOWN_WEBHOOK',
    ]);
  });

  test('is registered once for a key, ten times for a person, and for events that there are', async () => {
    const first = await open.register('wang', receiver.url, 'same');
    expect((await open.register('wang', receiver.url, 'same')).id).toBe(first.id);
    const registering = Array.from({ length: 20 }, (_, i) =>
      open.rejection(() => open.register('wang', receiver.url, `key ${i}`.replace(' ', '-'))),
    );
    const codes = (await Promise.all(registering)).flat();
    expect(codes).toEqual(Array(11).fill('TOO_MANY_WEBHOOKS'));
    const command = { caller: callerOf('li'), idempotencyKey: 'a' };
    for (const [topics, code] of [
      [[], 'NO_TOPICS'],
      [['grants'], 'UNKNOWN_TOPIC'],
    ] as const) {
      expect(
        await open.rejection(() => open.commands.register(command, { url: receiver.url, topics })),
      ).toEqual([code]);
    }
  });

  test('gets another secret without a gap: for a day, messages are signed with both', async () => {
    const { id, secret } = await open.register('wang', receiver.url);
    const changed = await open.commands.rotateSecret({ caller: callerOf('wang'), idempotencyKey: 'r' }, id);
    expect(changed.secret).not.toBe(secret);
    await open.happen('C1');
    await open.deliverAll();
    for (const one of [secret, changed.secret]) expect(() => verify(receiver.raw[0]!, one)).not.toThrow();
    later(DAY + MINUTE);
    await open.happen('C2');
    await open.deliverAll();
    const signature = receiver.raw[1]!.headers['webhook-signature'] as string;
    expect(signature.split(' ')).toHaveLength(1);
  });
});
