import { setImmediate } from 'node:timers/promises';
import { anyOf } from '@yiwang/subgraph-kit';
import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { subgraphVersions, supergraphParts } from '../registry/tables.ts';
import { classify, type FieldClasses } from './field-classes.ts';

/** Of SDLs that are known; most departments stay as they are from one version to the next. */
const MOST_KNOWN = 2000;

/** By department. */
export type ClassesOfVersion = ReadonlyMap<string, FieldClasses>;

/** Makes the function that tells what the departments had at versions of the supergraph. */
export function createPublishedClasses(db: PostgresJsDatabase) {
  const known = new Map<string, FieldClasses>();

  async function learn(department: string, number: number, digest: string): Promise<FieldClasses> {
    const key = `${department} ${digest}`;
    const before = known.get(key);
    if (before) return before;
    const [row] = await db
      .select({ sdl: subgraphVersions.sdl })
      .from(subgraphVersions)
      .where(and(eq(subgraphVersions.department, department), eq(subgraphVersions.number, number)));
    const classes = classify(department, row!.sdl);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, classes);
    // Each SDL is read at once; between two of them others are answered.
    await setImmediate();
    return classes;
  }

  return async function publishedClasses(
    versions: readonly number[],
    departments: readonly string[],
  ): Promise<ReadonlyMap<number, ClassesOfVersion>> {
    const parts = await db
      .select({
        version: supergraphParts.version,
        department: subgraphVersions.department,
        number: subgraphVersions.number,
        digest: subgraphVersions.digest,
      })
      .from(supergraphParts)
      .innerJoin(
        subgraphVersions,
        and(
          eq(subgraphVersions.department, supergraphParts.department),
          eq(subgraphVersions.number, supergraphParts.number),
        ),
      )
      .where(
        and(
          anyOf(supergraphParts.version, versions.map(String)),
          anyOf(supergraphParts.department, departments),
        ),
      );
    const found = new Map<number, Map<string, FieldClasses>>(versions.map((version) => [version, new Map()]));
    for (const { version, department, number, digest } of parts) {
      found.get(version)!.set(department, await learn(department, number, digest));
    }
    return found;
  };
}
