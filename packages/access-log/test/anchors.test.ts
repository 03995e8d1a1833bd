import { createKey } from '@yiwang/identity';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, type LoggedText, verifyRecords } from '../src/index.ts';
import { GATEWAY, KEYS, makeLog, registered } from './support/make-log.ts';

const COUNT = 60;
const LOG = makeLog(COUNT, 7);

/** What someone outside keeps of a record. */
const anchorOf = (sequence: number, source = 'tax') => ({
  sequence,
  hash: hashOf(LOG[sequence - 1]!.text),
  source,
});
const sealOf = (sequence: number, source = 'land') => ({ seal: LOG[sequence - 1]!.seal!, source });
const SEALED = LOG.flatMap(({ seal }, index) => (seal === null ? [] : [index + 1]));

const findingOf = async (log: Iterable<LoggedText>, more: object = {}) => {
  const { finding } = await verifyRecords(log, { gateway: GATEWAY, keys: KEYS, ...more });
  return finding && [finding.reason, finding.sequence];
};
const messageOf = async (log: Iterable<LoggedText>, more: object) =>
  (await verifyRecords(log, { gateway: GATEWAY, keys: KEYS, ...more })).finding?.message;

/** What whoever has the database of the exchange, and even the key of the gateway, makes of a log. */
function rewrite(from: number, to: number, how: 'cut' | 'change'): LoggedText[] {
  const anew = makeLog(to, 7, (number) => (number >= from ? { client: 'nobody' } : {}));
  return how === 'cut' ? anew.slice(0, from - 1) : anew;
}

const sequence = fc.integer({ min: 1, max: COUNT });

test('with the database and the key of the gateway, nothing is cut or written anew up to what others keep, unseen', async () => {
  await fc.assert(
    fc.asyncProperty(
      sequence,
      fc.integer({ min: 1, max: COUNT + 20 }),
      fc.constantFrom('cut' as const, 'change' as const),
      fc.uniqueArray(sequence, { minLength: 1, maxLength: 4 }),
      fc.subarray(SEALED, { minLength: 1, maxLength: 2 }),
      async (from, to, how, anchored, sealed) => {
        fc.pre(to >= from);
        const furthest = Math.max(...anchored, ...sealed);
        fc.pre(from <= furthest);
        const more = {
          anchors: anchored.map((one) => anchorOf(one)),
          knownSeals: sealed.map((one) => sealOf(one)),
        };
        // Its end is sealed, by the key itself: alone it looks as good as the true one.
        const forged = rewrite(from, to, how);
        const end = forged.at(-1);
        if (how === 'change') expect(await findingOf(forged)).toBeNull();
        expect(await findingOf(LOG, more)).toBeNull();
        const finding = await findingOf(end ? forged : [], more);
        expect(['CHANGED', 'CUT_OFF', 'SEAL_MISSING']).toContain(finding?.[0]);
        if (how === 'change' && to >= furthest)
          expect(finding).toEqual([
            'CHANGED',
            Math.min(...[...anchored, ...sealed].filter((one) => one >= from)),
          ]);
      },
    ),
    { numRuns: 300 },
  );
});

test('who keeps the record that is missing or another is named', async () => {
  expect(await messageOf(LOG.slice(0, 28), { anchors: [anchorOf(35, 'permits')] })).toBe(
    'The log ends with record 28, but the gateway has sealed record 35: permits keeps that.',
  );
  expect(await messageOf(rewrite(20, COUNT, 'change'), { knownSeals: [sealOf(21)] })).toContain('land');
});

test('a gateway that has sealed two different records of one number is found by those who keep both', async () => {
  const other = rewrite(14, COUNT, 'change');
  const seals = [sealOf(21), { seal: other[20]!.seal!, source: 'permits' }];
  expect(await findingOf(LOG, { knownSeals: seals })).toEqual(['CHANGED', 21]);
});

test('a seal that someone keeps and that is by no key of the gateway is told', async () => {
  const [finding] = (await findingOf(LOG, {
    keys: [registered(await createKey())],
    knownSeals: [sealOf(7)],
  })) as [string];
  expect(finding).toBe('SEAL_FORGED');
});

test('a window of a log must follow the record before it, whatever was cut at its start', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: COUNT - 1 }),
      fc.integer({ min: 0, max: COUNT }),
      async (from, cut) => {
        const before = LOG[from - 2]!;
        const start = { sequence: from - 1, hash: hashOf(before.text) };
        const window = LOG.slice(from - 1);
        expect(await findingOf(window, { start })).toBeNull();
        const shorter = window.slice(cut);
        fc.pre(cut > 0 && shorter.length > 0);
        expect(await findingOf(shorter, { start })).toEqual(['MISSING', from]);
      },
    ),
  );
  // The record before was changed as well; someone keeps what it was.
  const start = { sequence: 20, hash: hashOf('another') };
  expect(await findingOf([], { start, anchors: [anchorOf(20)] })).toEqual(['CHANGED', 20]);
});

test('up to a time, what others keep of later records is not missed', async () => {
  expect(await findingOf(LOG.slice(0, 28), { anchors: [anchorOf(50)], endsBefore: true })).toBeNull();
  expect(
    await findingOf(rewrite(20, 28, 'change'), { anchors: [anchorOf(25), anchorOf(50)], endsBefore: true }),
  ).toEqual(['CHANGED', 25]);
});
