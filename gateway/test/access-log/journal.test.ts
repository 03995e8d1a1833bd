import { appendFile, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKey, publicKeyOf } from '@yiwang/identity';
import { verifyRecords } from '@yiwang/access-log';
import { expect, test } from 'vitest';
import { type JournalFiles, listSegments } from '@yiwang/access-log/journal';
import {
  access,
  findingOf,
  GATEWAY,
  KEY,
  KEYS,
  openTestJournal,
  readJournal,
  temporaryFolder,
} from './support/open-test-journal.ts';

/** The file system, with writes counted and failing as long as they are told to. */
function watchedFiles() {
  const state = { writes: 0, syncs: 0, fault: null as string | null, mostBytes: Infinity };
  const fail = () => {
    if (state.fault) throw Object.assign(new Error(`${state.fault}: injected`), { code: state.fault });
  };
  const files: JournalFiles = {
    async open(path, flags) {
      fail();
      const file = await open(path, flags);
      return {
        async write(buffer: Buffer, offset: number, length: number, position: number) {
          state.writes++;
          if (state.fault) {
            // As much as there was room for.
            await file.write(buffer, offset, Math.min(7, length), position);
            fail();
          }
          return file.write(buffer, offset, Math.min(length, state.mostBytes), position);
        },
        truncate: (length?: number) => file.truncate(length),
        async datasync() {
          state.syncs++;
          fail();
          await file.datasync();
        },
        close: () => file.close(),
      } as Awaited<ReturnType<JournalFiles['open']>>;
    },
  };
  return { state, files };
}

/** Of its only segment. */
const pathOf = async (folder: string) => (await listSegments(folder))[0]!.path;
const clientsOf = async (folder: string) => (await readJournal(folder)).map(({ client }) => client);

test('what was appended is in the file when that resolves, chained and sealed', async () => {
  const folder = await temporaryFolder();
  const journal = await openTestJournal({ folder });
  for (const client of ['a', 'b', 'c']) {
    await journal.append(access(client));
    expect((await clientsOf(folder)).at(-1)).toBe(client);
  }
  await journal.seal();
  const records = await readJournal(folder);
  expect(records.at(-1)!.seal).not.toBeNull();
  expect(await findingOf(folder)).toBeNull();
  expect(journal.end).toMatchObject({ sequence: 3 });
});

test('all records of a moment are one write, and the disk is told to keep them a moment later, once', async () => {
  const folder = await temporaryFolder();
  const { state, files } = watchedFiles();
  const journal = await openTestJournal({ folder, files });
  await journal.append(access('first'));
  Object.assign(state, { writes: 0, syncs: 0 });
  await Promise.all(Array.from({ length: 200 }, (_, i) => journal.append(access(`c${i}`))));
  expect(state.writes).toBe(1);
  await expect.poll(() => state.syncs).toBeGreaterThan(0);
  expect(state.syncs).toBeLessThanOrEqual(2);
  expect(await clientsOf(folder)).toHaveLength(201);
});

test('a write that the system takes in pieces is made whole', async () => {
  const folder = await temporaryFolder();
  const { state, files } = watchedFiles();
  state.mostBytes = 11;
  const journal = await openTestJournal({ folder, files });
  await Promise.all([journal.append(access('a')), journal.append(access('b'))]);
  expect(await findingOf(folder)).toBeNull();
  expect(await clientsOf(folder)).toEqual(['a', 'b']);
});

test('a journal goes on where it ended, and a line that was cut off is dropped', async () => {
  const folder = await temporaryFolder();
  const first = await openTestJournal({ folder });
  await first.append(access('a'));
  await first.append(access('b'));
  const { end } = first;
  await first[Symbol.asyncDispose]();

  const path = await pathOf(folder);
  await appendFile(path, '{"at":"2026-01-01T00:0');
  const second = await openTestJournal({ folder });
  expect(second.end).toMatchObject({ sequence: end.sequence, hash: end.hash });
  await second.append(access('c'));
  await second[Symbol.asyncDispose]();

  // A machine that lost its power leaves zeros.
  await appendFile(path, Buffer.alloc(5000));
  const third = await openTestJournal({ folder });
  await third.append(access('d'));
  expect(await clientsOf(folder)).toEqual(['a', 'b', 'c', 'd']);
  expect(await findingOf(folder)).toBeNull();
});

test('wherever a journal was cut off, it is opened and goes on', async () => {
  const folder = await temporaryFolder();
  const journal = await openTestJournal({ folder });
  for (const client of ['a', 'b', 'c']) await journal.append(access(client));
  await journal[Symbol.asyncDispose]();
  const path = await pathOf(folder);
  const whole = await readFile(path);
  for (let length = 0; length <= whole.length; length += 37) {
    await writeFile(path, whole);
    await truncate(path, length);
    const again = await openTestJournal({ folder });
    await again.append(access('z'));
    await again[Symbol.asyncDispose]();
    expect(await findingOf(folder)).toBeNull();
    expect((await clientsOf(folder)).at(-1)).toBe('z');
  }
});

test.each(['ENOSPC', 'EIO', 'EACCES'])(
  'while writing fails (%s) nothing is accepted; when it works again, the chain goes on',
  async (fault) => {
    const folder = await temporaryFolder();
    const { state, files } = watchedFiles();
    const journal = await openTestJournal({ folder, files });
    await journal.append(access('before'));

    state.fault = fault;
    await expect(journal.append(access('lost'))).rejects.toThrow(fault);
    expect(journal.fault).not.toBeNull();
    await expect(journal.append(access('refused'))).rejects.toThrow();

    state.fault = null;
    await expect.poll(() => journal.fault).toBeNull();
    await journal.append(access('after'));
    expect(await clientsOf(folder)).toEqual(['before', 'after']);
    expect(await findingOf(folder)).toBeNull();
  },
);

test('a disk that cannot keep what was written makes the journal unavailable', async () => {
  const { state, files } = watchedFiles();
  const journal = await openTestJournal({ files });
  await journal.append(access('a'));
  state.fault = 'EIO';
  await expect.poll(() => journal.fault).not.toBeNull();
});

test('a folder that cannot be written to is tried again until it can', async () => {
  const above = await temporaryFolder();
  const file = join(above, 'folder');
  await writeFile(file, 'in the way');
  const journal = await openTestJournal({ folder: join(file, 'journal') });
  expect(journal.fault).not.toBeNull();
  await expect(journal.append(access('a'))).rejects.toThrow();
  await rm(file);
  await expect.poll(() => journal.fault).toBeNull();
  await journal.append(access('a'));
});

test('two gateways do not write to one folder; the second takes over when the first ends', async () => {
  const folder = await temporaryFolder();
  const first = await openTestJournal({ folder });
  const second = await openTestJournal({ folder });
  expect(String(second.fault)).toContain('Another process');
  await first.append(access('a'));
  await first[Symbol.asyncDispose]();
  await expect.poll(() => second.fault).toBeNull();
  await second.append(access('b'));
  expect(await clientsOf(folder)).toEqual(['a', 'b']);
});

test('a journal that was changed, or is another gateway’s, is not gone on with', async () => {
  const folder = await temporaryFolder();
  const journal = await openTestJournal({ folder });
  await journal.append(access('a'));
  await journal[Symbol.asyncDispose]();
  const other = await openTestJournal({ folder, gateway: 'other' });
  expect(String(other.fault)).toContain('of the gateway edge');
  await other[Symbol.asyncDispose]();

  const path = await pathOf(folder);
  await writeFile(path, (await readFile(path, 'utf8')).replace('Taxpayer.arrears', 'Taxpayer.address'));
  const changed = await openTestJournal({ folder });
  expect(String(changed.fault)).toContain('damaged: record 1');
});

test('a journal is kept in segments, which go when they are kept elsewhere; the last one stays', async () => {
  const folder = await temporaryFolder();
  const journal = await openTestJournal({ folder, segmentBytes: 2000 });
  for (let number = 1; number <= 30; number++) await journal.append(access(`c${number}`));
  const segments = await listSegments(folder);
  expect(segments.length).toBeGreaterThan(4);
  expect(await findingOf(folder)).toBeNull();

  await journal.forget(segments[2]!.first - 1);
  expect((await listSegments(folder))[0]!.first).toBe(segments[2]!.first);
  await journal.forget(30);
  expect(await listSegments(folder)).toHaveLength(1);
  const { end } = journal;
  await journal[Symbol.asyncDispose]();

  const again = await openTestJournal({ folder, segmentBytes: 2000 });
  expect(again.end).toMatchObject({ sequence: 30, hash: end.hash });
  await again.append(access('next'));
  expect(again.end.sequence).toBe(31);
});

test('a segment that could not be begun leaves nothing behind that a later start would go on with', async () => {
  const folder = await temporaryFolder();
  const { state, files } = watchedFiles();
  const journal = await openTestJournal({ folder, files, segmentBytes: 1000 });
  await journal.append(access('a'));
  for (let number = 0; number < 10; number++) {
    state.fault = number % 2 === 0 ? 'ENOSPC' : null;
    await journal.append(access(`c${number}`)).catch(() => {});
    state.fault = null;
    await expect.poll(() => journal.fault).toBeNull();
  }
  const { sequence } = journal.end;
  await journal[Symbol.asyncDispose]();
  expect((await readdir(folder)).filter((name) => name.endsWith('.draft'))).toEqual([]);
  const again = await openTestJournal({ folder });
  expect(again.end.sequence).toBe(sequence);
  expect(await findingOf(folder)).toBeNull();
});

test('a new journal goes on behind what is kept elsewhere', async () => {
  const folder = await temporaryFolder();
  const known = { sequence: 500, hash: 'of-record-500' };
  let isKnown = false;
  const journal = await openTestJournal({
    folder,
    findEnd: async () => {
      if (!isKnown) throw new Error('nobody answers');
      return known;
    },
  });
  await expect(journal.append(access('early'))).rejects.toThrow('nobody answers');
  isKnown = true;
  await expect.poll(() => journal.fault).toBeNull();
  await journal.append(access('a'));
  await journal.seal();
  const records = await readJournal(folder);
  const { finding } = await verifyRecords(records, { gateway: GATEWAY, keys: KEYS, start: known });
  expect(finding).toBeNull();
  expect(journal.end.sequence).toBe(501);
});

test('seals are made by the key that the gateway has at the time', async () => {
  const folder = await temporaryFolder();
  const key = { current: KEY };
  const journal = await openTestJournal({ folder, key });
  await journal.append(access('a'));
  await journal.seal();
  key.current = await createKey();
  await journal.append(access('b'));
  await journal.seal();
  const keys = [...KEYS, { ...publicKeyOf(key.current), revokedAt: null }];
  const { finding, seals } = await verifyRecords(await readJournal(folder), { gateway: GATEWAY, keys });
  expect(finding).toBeNull();
  expect(seals).toBe(2);
});

test('what is left unsealed is sealed within about a second', async () => {
  const folder = await temporaryFolder();
  const journal = await openTestJournal({ folder });
  await journal.append(access('a'));
  await journal.append(access('b'));
  const signal = AbortSignal.timeout(5000);
  await journal.whenSealed(1, signal);
  expect(signal.aborted).toBe(false);
  expect((await readJournal(folder)).at(-1)!.seal).not.toBeNull();
});

test('what is closed takes nothing more', async () => {
  const journal = await openTestJournal();
  await journal[Symbol.asyncDispose]();
  await expect(journal.append(access('a'))).rejects.toThrow('closed');
});
