import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { seed } from '../seed/seed.ts';

afterEach(() => vi.unstubAllEnvs());

async function seededRows(scale = 1) {
  const [table] = await seed.tables(scale);
  return [...table!.rows].map(([code, level, parent, name]) => ({ code, level, parent, name }));
}

test('every region has its parent among the seeded regions, and none comes twice', async () => {
  const rows = await seededRows();
  const codes = new Set(rows.map(({ code }) => code));
  expect(codes.size).toBe(rows.length);
  expect(rows.filter(({ parent }) => parent !== null && !codes.has(parent))).toEqual([]);
});

test('all provinces, cities, counties and towns are seeded, and the villages of Jiangsu', async () => {
  const rows = await seededRows();
  const count = (level: string) => rows.filter((row) => row.level === level).length;
  expect(['PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE'].map(count)).toEqual([
    34, 342, 2975, 41_351, 21_958,
  ]);
  expect(rows.filter(({ level, code }) => level === 'VILLAGE' && !String(code).startsWith('32'))).toEqual([]);
});

test('regions are real: the same rows at every scale, byte for byte', async () => {
  const hash = async (scale: number) =>
    createHash('sha256')
      .update(JSON.stringify(await seededRows(scale)))
      .digest('hex')
      .slice(0, 16);
  expect(await hash(1)).toBe('35cbde0ff576111d');
  expect(await hash(50)).toBe(await hash(1));
});

test('VILLAGE_PROVINCES chooses the provinces whose villages come', async () => {
  vi.stubEnv('VILLAGE_PROVINCES', 'none');
  const without = await seededRows();
  vi.stubEnv('VILLAGE_PROVINCES', '54,63');
  const added = (await seededRows()).length - without.length;
  expect(without.some(({ level }) => level === 'VILLAGE')).toBe(false);
  expect(added).toBe(10_296);
});

test.each(['Jiangsu', '32;33', '3201', '99'])('VILLAGE_PROVINCES=%s is refused by name', async (value) => {
  vi.stubEnv('VILLAGE_PROVINCES', value);
  await expect(async () => seed.tables(1)).rejects.toThrow(/VILLAGE_PROVINCES/);
});
