import { createKey } from '@yiwang/identity';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginningOf,
  chain,
  createSealer,
  hashOf,
  type LoggedText,
  readRecord,
  textOf,
  verifyRecords,
} from '../src/index.ts';
import { access, GATEWAY, KEY, KEYS, makeLog, registered } from './support/make-log.ts';

const LOG = makeLog(40, 7);
const LAST_SEAL = LOG.at(-1)!.seal!;

const verify = (log: Iterable<LoggedText>, more: object = {}) =>
  verifyRecords(log, { gateway: GATEWAY, keys: KEYS, knownSeals: [LAST_SEAL], ...more });
const findingOf = async (log: Iterable<LoggedText>, more: object = {}) => {
  const { finding } = await verify(log, more);
  return finding && [finding.reason, finding.sequence];
};

const place = fc.integer({ min: 0, max: LOG.length - 1 });

test('a log as it was written is good, from its beginning or from any record on', async () => {
  const seen: number[] = [];
  expect(await verify(LOG, { onRecord: (sequence: number) => seen.push(sequence) })).toEqual({
    finding: null,
    records: 40,
    seals: 6,
    last: { sequence: 40, hash: hashOf(LOG[39]!.text) },
    lastSeal: LAST_SEAL,
  });
  expect(seen).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  await fc.assert(
    fc.asyncProperty(place, async (from) => {
      expect(await findingOf(LOG.slice(from), { start: null })).toBeNull();
    }),
  );
  expect((await verify([], { knownSeals: [] })).finding).toBeNull();
});

test('any change of any character of a record is found, and the record is named', async () => {
  await fc.assert(
    fc.asyncProperty(
      place,
      fc.nat(),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
      async (index, at, other) => {
        const { text, seal } = LOG[index]!;
        const offset = at % text.length;
        const changed = text.slice(0, offset) + other + text.slice(offset + 1);
        fc.pre(changed !== text);
        const log = LOG.with(index, { text: changed, seal });
        const found = await findingOf(log);
        expect(found).not.toBeNull();
        // Whatever it is taken for, it is this one; only a number of its own makes it look like another.
        if (readRecord(changed)?.sequence === index + 1) expect(found).toEqual(['CHANGED', index + 1]);
        else expect(found![1]).toBe(index + 1);
      },
    ),
    { numRuns: 500 },
  );
});

test('any change of any character of a seal is found', async () => {
  const sealed = LOG.flatMap(({ seal }, index) => (seal === null ? [] : [index]));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sealed),
      fc.nat(),
      fc.constantFrom(...'AZaz09-_.'),
      async (index, at, other) => {
        const { text, seal } = LOG[index]!;
        const offset = at % seal!.length;
        fc.pre(seal![offset] !== other);
        const changed = seal!.slice(0, offset) + other + seal!.slice(offset + 1);
        expect(await findingOf(LOG.with(index, { text, seal: changed }))).toEqual(['SEAL_FORGED', index + 1]);
      },
    ),
    { numRuns: 300 },
  );
});

test('records that are removed are found, wherever they stood and however many', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 1, max: 50 }), async (index, count) => {
      const log = LOG.toSpliced(index, count);
      const reason = index + count >= LOG.length ? 'CUT_OFF' : 'MISSING';
      expect(await findingOf(log)).toEqual([reason, index + 1]);
    }),
  );
});

test('records that change places are found', async () => {
  await fc.assert(
    fc.asyncProperty(place, place, async (one, other) => {
      fc.pre(one !== other);
      const log = LOG.with(one, LOG[other]!).with(other, LOG[one]!);
      expect(await findingOf(log)).toEqual(['REORDERED', Math.min(one, other) + 1]);
    }),
  );
});

test('a record that is there twice is found', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 0, max: LOG.length }), async (index, to) => {
      expect(await findingOf(LOG.toSpliced(to, 0, LOG[index]!))).not.toBeNull();
    }),
  );
  expect(await findingOf(LOG.toSpliced(5, 0, LOG[4]!))).toEqual(['REPEATED', 5]);
});

test('a record in between is found, though it fits what stands before it', async () => {
  await fc.assert(
    fc.asyncProperty(place, async (index) => {
      const end =
        index === 0 ? beginningOf(GATEWAY) : { sequence: index, hash: hashOf(LOG[index - 1]!.text) };
      const made = { text: chain(access(99), GATEWAY, end).text, seal: null };
      expect(await findingOf(LOG.toSpliced(index, 0, made), { knownSeals: [] })).toEqual([
        'INSERTED',
        index + 1,
      ]);
    }),
  );
  const alien = { text: chain(access(6), 'other', { sequence: 5, hash: 'another' }).text, seal: null };
  expect(await findingOf(LOG.with(5, alien))).toEqual(['INSERTED', 6]);
});

test('a log that was written anew from some record on, without the key, does not fit its seals', async () => {
  await fc.assert(
    fc.asyncProperty(place, async (from) => {
      const forged = makeLog(40, 7, (number) => (number > from ? { client: 'nobody' } : {}));
      const log = forged.map(({ text }, index) => ({ text, seal: LOG[index]!.seal }));
      const { finding } = await verify(log);
      const sealed = Math.min(Math.ceil((from + 1) / 7) * 7, 40);
      expect(finding).toMatchObject({ reason: 'CHANGED', sequence: sealed });
    }),
  );
});

test('seals by another key, of another record, and none at all, are told', async () => {
  const intruder = await createKey();
  const sign = createSealer(intruder);
  const seal = { gateway: GATEWAY, sequence: 7, hash: hashOf(LOG[6]!.text), at: access(7).at, after: 0 };
  const withSeal = (given: string | null) => LOG.with(6, { text: LOG[6]!.text, seal: given });
  expect(await findingOf(withSeal(sign(seal)))).toEqual(['SEAL_FORGED', 7]);
  expect(await findingOf(withSeal(LOG[13]!.seal))).toEqual(['SEAL_FORGED', 7]);
  expect(await findingOf(withSeal(createSealer(KEY)({ ...seal, gateway: 'other' })))).toEqual([
    'SEAL_FORGED',
    7,
  ]);
  expect(await findingOf(withSeal(null))).toEqual(['SEAL_MISSING', 7]);
  const endless = LOG.with(39, { text: LOG[39]!.text, seal: null });
  expect(await findingOf(endless)).toEqual(['SEAL_MISSING', 40]);
  expect(await findingOf(endless, { mayEndUnsealed: true })).toBeNull();
  expect(await findingOf(LOG, { knownSeals: [`${LAST_SEAL}x`] })).toEqual(['SEAL_FORGED', 1]);
});

test('seals that were made before their key was revoked stay good, later ones are none', async () => {
  const revoked = (revokedAt: string) => ({ keys: [registered(KEY, revokedAt)], knownSeals: [] });
  expect(await findingOf(LOG, revoked('2026-01-01T00:01:00Z'))).toBeNull();
  expect(await findingOf(LOG, revoked('2026-01-01T00:00:20Z'))).toEqual(['SEAL_FORGED', 21]);
});

test('a record that is filed under something else is told, after what is wrong with the record itself', async () => {
  const filed = (index: number) => LOG.with(index, { ...LOG[index]!, isMisfiled: true });
  expect(await findingOf(filed(3))).toEqual(['MISFILED', 4]);
  expect(await findingOf(LOG.with(3, { ...LOG[3]!, hash: 'another' }))).toEqual(['CHANGED', 4]);
});

test('a text is a record only in the one form that gateways write', () => {
  const { text } = LOG[0]!;
  const record = readRecord(text)!;
  expect(textOf(record)).toBe(text);
  const members = Object.entries(record);
  expect(readRecord(JSON.stringify(Object.fromEntries(members.toReversed())))).toBeNull();
  expect(readRecord(text.replace('{', '{ '))).toBeNull();
  expect(readRecord(text.replace('{', '{"admin":true,'))).toBeNull();
  expect(readRecord(text.replace('"COMPLETE"', '"FINE"'))).toBeNull();
  expect(readRecord('')).toBeNull();
});

test('whatever an access holds, its record is read as it was written', () => {
  const any = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(any, fc.array(fc.record({ type: any, key: any })), (client, subjects) => {
      const { text } = chain({ ...access(1), client, subjects }, GATEWAY, beginningOf(GATEWAY));
      expect(readRecord(text)).toMatchObject({ client, subjects });
    }),
  );
});
