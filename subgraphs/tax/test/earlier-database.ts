import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, databaseUrl, dropDatabase } from '@yiwang/postgres-server';
import type {} from '@yiwang/postgres-server/testing';
import { migrateDatabase } from '@yiwang/subgraph-kit';
import { inject } from 'vitest';
import { MIGRATIONS } from '../src/department.ts';

/** A database as a former release has left it. */
export interface EarlierDatabase extends AsyncDisposable {
  /** As its owner. */
  url: string;
}

/** @param until the end of the name of the first migration that it does not have, such as `_matters` */
export async function openEarlierDatabase(until: string): Promise<EarlierDatabase> {
  const name = `yiwang_test_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(inject('serverUrl'), name);
  const url = databaseUrl(inject('serverUrl'), name);
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-migrations-'));
  try {
    await cp(MIGRATIONS, folder, { recursive: true });
    const path = join(folder, 'meta/_journal.json');
    const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { tag: string }[] };
    const first = journal.entries.findIndex(({ tag }) => tag.endsWith(until));
    if (first < 1) throw new Error(`There is no migration ${until}, or none before it.`);
    await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }));
    await migrateDatabase(url, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { url, [Symbol.asyncDispose]: async () => void (await dropDatabase(inject('serverUrl'), name)) };
}
