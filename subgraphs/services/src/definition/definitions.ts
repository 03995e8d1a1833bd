import type { Db } from '@yiwang/subgraph-kit';
import { and, eq } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { matterVersions } from '../tables.ts';
import type { MatterDefinition } from './definition.ts';

/** Reads the definition of a matter at a version, within the transaction that needs it, if there is one. */
export type ReadDefinition = (db: Db, matter: string, version: number) => Promise<MatterDefinition>;

const MAX_CACHED = 500;

/** Definitions that applications use do not change: only published versions are frozen into them. */
export function createReadDefinition(): ReadDefinition {
  const cached = new LRUCache<string, MatterDefinition>({ max: MAX_CACHED });
  return async (db, matter, version) => {
    const key = `${matter} ${version}`;
    const before = cached.get(key);
    if (before) return before;
    const [row] = await db
      .select({ definition: matterVersions.definition })
      .from(matterVersions)
      .where(and(eq(matterVersions.matter, matter), eq(matterVersions.version, version)));
    if (!row) throw new Error(`${matter} has no version ${version}.`);
    cached.set(key, row.definition);
    return row.definition;
  };
}
