import {
  type LoggedText,
  type Position,
  beginningOf,
  hashOf,
  readJournalLines,
  readRecord,
  verifyRecords,
} from '@yiwang/access-log';
import { createLogger } from '@yiwang/service/logging';
import { expect, onTestFinished, test } from 'vitest';
import type { Journal } from '@yiwang/access-log/journal';
import { listSegments } from '@yiwang/access-log/journal';
import { shipAccesses } from '../../src/reporting/access-log/ship-accesses.ts';
import { RegistryError } from '../../src/supergraph/registry/registry-client.ts';
import { access, GATEWAY, KEYS, openTestJournal, temporaryFolder } from './support/open-test-journal.ts';

/** An exchange that keeps what it is given, as the real one does, or fails as it is told to. */
function startExchange() {
  const kept: LoggedText[] = [];
  const state = {
    fault: null as Error | null,
    /** The answer is lost, though the records are kept. */
    loseAnswers: false,
    calls: 0,
    most: 0,
  };
  const end = (): Position =>
    kept.length === 0 ? beginningOf(GATEWAY) : { sequence: kept.length, hash: hashOf(kept.at(-1)!.text) };
  return {
    kept,
    state,
    end,
    client: {
      async recordAccesses(journal: string): Promise<Position> {
        const records = await Array.fromAsync(readJournalLines(journal.split('\n').slice(0, -1)));
        state.calls++;
        state.most = Math.max(state.most, records.length);
        if (state.fault) throw state.fault;
        for (const { text, seal } of records) {
          const { sequence, previous } = readRecord(text)!;
          const isOther = sequence === kept.length + 1 && previous !== end().hash;
          if (isOther) throw new RegistryError('other', 'ACCESS_LOG_CONFLICT');
          if (sequence > kept.length + 1) throw new RegistryError('gap', 'ACCESS_LOG_GAP');
          if (sequence > kept.length) kept.push({ text, seal });
          else if (kept[sequence - 1]!.text !== text) throw new RegistryError('other', 'ACCESS_LOG_CONFLICT');
        }
        if (records.length > 0) expect(records.at(-1)!.seal).toBeTruthy();
        if (state.loseAnswers && records.length > 0) throw new RegistryError('lost', null);
        return end();
      },
    },
  };
}

function ship(journal: Journal, exchange: ReturnType<typeof startExchange>, intervalMs?: number) {
  const logger = createLogger('test', 'silent');
  const shipping = shipAccesses({
    journal,
    client: exchange.client,
    logger,
    ...(intervalMs && { intervalMs }),
  });
  onTestFinished(() => shipping[Symbol.asyncDispose]());
  return shipping;
}

async function append(journal: Journal, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, i) => journal.append(access(`c${i}`))));
}

const findingOf = async ({ kept }: ReturnType<typeof startExchange>) =>
  (await verifyRecords(kept, { gateway: GATEWAY, keys: KEYS })).finding;

test('what is written is handed over within about a second, whole and in order', async () => {
  const journal = await openTestJournal();
  const exchange = startExchange();
  ship(journal, exchange);
  await append(journal, 3);
  await expect.poll(() => exchange.kept.length).toBe(3);
  await append(journal, 2);
  await expect.poll(() => exchange.kept.length).toBe(5);
  expect(await findingOf(exchange)).toBeNull();
});

test('a backlog of many segments is handed over in batches of a bounded size, and its files go', async () => {
  const folder = await temporaryFolder();
  const journal = await openTestJournal({ folder, segmentBytes: 200_000 });
  for (let round = 0; round < 40; round++) await append(journal, 250);
  await journal.seal();
  expect((await listSegments(folder)).length).toBeGreaterThan(10);
  const exchange = startExchange();
  ship(journal, exchange);
  await expect.poll(() => exchange.kept.length).toBe(10_000);
  expect(exchange.state.most).toBeLessThan(1300);
  expect(await findingOf(exchange)).toBeNull();
  await expect.poll(async () => (await listSegments(folder)).length).toBe(1);
});

test('records between whose seals lies more than one call carries are handed over with the next seal', async () => {
  const journal = await openTestJournal();
  const exchange = startExchange();
  const large = { ...access('c'), fields: ['x'.repeat(20_000)] };
  await Promise.all(Array.from({ length: 200 }, () => journal.append(large)));
  await append(journal, 3);
  await journal.seal();
  ship(journal, exchange);
  await expect.poll(() => exchange.kept.length).toBe(203);
  expect(exchange.kept.filter(({ seal }) => seal !== null).length).toBeLessThan(4);
  expect(await findingOf(exchange)).toBeNull();
});

test('what was sealed in between goes with one call', async () => {
  const journal = await openTestJournal();
  const exchange = startExchange();
  const shipping = ship(journal, exchange, 3_600_000);
  await append(journal, 1);
  await expect.poll(() => exchange.kept.length).toBe(1);
  for (let round = 0; round < 20; round++) {
    await append(journal, 2);
    await journal.seal();
  }
  const { calls } = exchange.state;
  await shipping[Symbol.asyncDispose]();
  expect(exchange.kept).toHaveLength(41);
  expect(exchange.kept.filter(({ seal }) => seal !== null)).toHaveLength(21);
  // One of them asks where the exchange stands.
  expect(exchange.state.calls - calls).toBe(2);
});

test('while the exchange is away the journal grows; what it has taken without saying so is not sent as something new', async () => {
  const journal = await openTestJournal();
  const exchange = startExchange();
  exchange.state.fault = new RegistryError('down', null);
  ship(journal, exchange);
  await append(journal, 5);
  await expect.poll(() => exchange.state.calls).toBeGreaterThan(1);
  expect(exchange.kept).toEqual([]);

  Object.assign(exchange.state, { fault: null, loseAnswers: true });
  await expect.poll(() => exchange.kept.length).toBe(5);
  exchange.state.loseAnswers = false;
  await append(journal, 5);
  await expect.poll(() => exchange.kept.length).toBe(10);
  expect(await findingOf(exchange)).toBeNull();
});

test('stopping hands over what is left; what cannot be, the next start does', async () => {
  const folder = await temporaryFolder();
  const exchange = startExchange();
  const first = await openTestJournal({ folder });
  const shipping = ship(first, exchange);
  await append(first, 4);
  await first.seal();
  await shipping[Symbol.asyncDispose]();
  expect(exchange.kept).toHaveLength(4);

  exchange.state.fault = new RegistryError('down', null);
  const second = ship(first, exchange);
  await append(first, 4);
  await first.seal();
  await second[Symbol.asyncDispose]();
  await first[Symbol.asyncDispose]();

  exchange.state.fault = null;
  const again = await openTestJournal({ folder });
  ship(again, exchange);
  await expect.poll(() => exchange.kept.length).toBe(8);
  expect(await findingOf(exchange)).toBeNull();
});

test('a journal that was set back, or is another than the one that is kept, is not gone on with', async () => {
  const ahead = startExchange();
  const one = await openTestJournal();
  const shipping = ship(one, ahead);
  await append(one, 3);
  await one.seal();
  await shipping[Symbol.asyncDispose]();

  const empty = await openTestJournal();
  ship(empty, ahead);
  await expect.poll(() => String(empty.fault)).toContain('The exchange keeps other records');

  const other = await openTestJournal();
  for (let number = 0; number < 5; number++) await other.append(access(`other${number}`));
  await other.seal();
  ship(other, ahead);
  await expect.poll(() => String(other.fault)).toContain('The exchange keeps other records');
  await expect(other.append(access('a'))).rejects.toThrow();
});
