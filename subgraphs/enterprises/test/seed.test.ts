import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';

async function hashOfRows(scale: number): Promise<string> {
  const hash = createHash('sha256');
  for (const { rows } of await seed.tables(scale)) for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex').slice(0, 16);
}

test('the same scale gives the same rows, byte for byte, on every machine', async () => {
  expect(await hashOfRows(0.05)).toBe('3e72f32e4e31ef55');
});
