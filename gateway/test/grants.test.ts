import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Grant } from '@yiwang/identity';
import { createLogger } from '@yiwang/service/logging';
import { describe, expect, onTestFinished, test } from 'vitest';
import { followGrantsFile } from '../src/pipeline/authorization/follow-grants-file.ts';
import { createGrantBook } from '../src/pipeline/authorization/grants.ts';

const GRANT: Grant = {
  id: 'g1',
  client: 'desk',
  fields: ['Taxpayer.arrears'],
  regions: null,
  basis: 'b',
  from: '2026-01-01T00:00:00+08:00',
  until: '2027-01-01T00:00:00+08:00',
};
const IN_2026 = Date.parse('2026-06-01T00:00:00Z');
const ids = ({ grants }: { grants: readonly Grant[] }) => grants.map(({ id }) => id);

describe('the book of grants', () => {
  function open() {
    const clock = { elapsedMs: 0, nowMs: IN_2026 };
    const book = createGrantBook(30_000, { elapsed: () => clock.elapsedMs, now: () => clock.nowMs });
    return { book, clock };
  }

  test('a grant holds for its client from its first moment to just before its last', () => {
    const { book, clock } = open();
    book.replace(1, [GRANT, { ...GRANT, id: 'g2', client: 'other' }]);
    const heldAt = (time: string) => {
      clock.nowMs = Date.parse(time);
      return ids(book.heldBy('desk'));
    };
    expect(heldAt('2025-12-31T23:59:59.999+08:00')).toEqual([]);
    expect(heldAt('2026-01-01T00:00:00+08:00')).toEqual(['g1']);
    expect(heldAt('2026-12-31T23:59:59.999+08:00')).toEqual(['g1']);
    expect(heldAt('2027-01-01T00:00:00+08:00')).toEqual([]);
    expect(book.heldBy('nobody').grants).toEqual([]);
  });

  test('no grant holds that nobody has confirmed for too long', () => {
    const { book, clock } = open();
    expect(book.heldBy('desk')).toMatchObject({ grants: [], isKnown: false });
    book.replace(1, [GRANT]);
    expect(book.heldBy('other')).toMatchObject({ grants: [], isKnown: true });
    clock.elapsedMs = 30_000;
    expect(ids(book.heldBy('desk'))).toEqual(['g1']);
    clock.elapsedMs = 30_001;
    expect(book.heldBy('desk').grants).toEqual([]);
    // Not that it has none: that would make its developer apply anew.
    for (const client of ['desk', 'other']) expect(book.heldBy(client).isKnown).toBe(false);
    book.confirm();
    expect(ids(book.heldBy('desk'))).toEqual(['g1']);
  });
});

describe('a file of grants', () => {
  async function write(content: unknown) {
    const folder = await mkdtemp(join(tmpdir(), 'yiwang-grants-'));
    const file = join(folder, 'grants.json');
    await writeFile(file, JSON.stringify(content));
    onTestFinished(() => rm(folder, { recursive: true }));
    return file;
  }
  const logger = createLogger('gateway', 'silent');
  const now = { from: '2000-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' };

  test('what is taken out of it is refused within a second, and what is written in is granted', async () => {
    const file = await write([{ ...GRANT, ...now }]);
    const book = createGrantBook(30_000);
    using _following = await followGrantsFile(file, book, logger);
    expect(ids(book.heldBy('desk'))).toEqual(['g1']);
    await writeFile(file, '[]');
    await expect.poll(() => ids(book.heldBy('desk')), { timeout: 2000, interval: 20 }).toEqual([]);
    await writeFile(file, JSON.stringify([{ ...GRANT, ...now, id: 'g2' }]));
    await expect.poll(() => ids(book.heldBy('desk')), { timeout: 2000, interval: 20 }).toEqual(['g2']);
  });

  test.each([
    ['is away', (file: string) => rm(file)],
    ['is wrong', (file: string) => writeFile(file, '{"not": "grants"}')],
  ])('while it %s, what it said holds only until it is too old', async (_what, spoil) => {
    const file = await write([{ ...GRANT, ...now }]);
    const book = createGrantBook(1_200);
    using _following = await followGrantsFile(file, book, logger);
    await spoil(file);
    expect(ids(book.heldBy('desk'))).toEqual(['g1']);
    await expect.poll(() => ids(book.heldBy('desk'))).toEqual([]);
    await writeFile(file, JSON.stringify([{ ...GRANT, ...now }]));
    await expect.poll(() => ids(book.heldBy('desk'))).toEqual(['g1']);
  });

  test('one that cannot be used is a fault of the settings', async () => {
    const book = createGrantBook(30_000);
    await expect(followGrantsFile('/nowhere/grants.json', book, logger)).rejects.toThrow(
      'GRANTS: /nowhere/grants.json cannot be used. There is no such file.',
    );
    await expect(followGrantsFile(await write([{}]), book, logger)).rejects.toThrow(/^GRANTS: .*0\.id/);
  });
});
