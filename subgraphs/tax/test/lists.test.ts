import { fileURLToPath } from 'node:url';
import { walkSeededLists } from '@yiwang/subgraph-kit/testing';
import { expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';

const DIRECTORY = fileURLToPath(new URL('..', import.meta.url));

test('no list, filter or pair of filters reads many rows, as far as plans tell of a million enterprises', async () => {
  const { slow, unwalked } = await walkSeededLists({
    name: NAME,
    directory: DIRECTORY,
    migrations: MIGRATIONS,
    rights: RIGHTS,
    seed,
  });
  expect(slow).toEqual([]);
  expect(unwalked).toEqual([]);
}, 600_000);
