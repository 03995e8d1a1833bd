import { setImmediate } from 'node:timers/promises';
import { deriveCatalogue } from '@yiwang/composition';
import { anyOf } from '@yiwang/subgraph-kit';
import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { EXCLUDED_TAGS } from '../catalogue/catalogue.ts';
import { subgraphVersions, supergraphParts } from '../tables/registry-tables.ts';

/** The fields of one published subgraph, by sharing class. */
export interface FieldClasses {
  unconditional: number;
  /** Coordinates. */
  conditional: readonly string[];
  notShared: number;
}

export const NO_FIELDS: FieldClasses = { unconditional: 0, conditional: [], notShared: 0 };

/** Counts the fields of one subgraph by class. Other subgraphs do not matter: the owner of a field alone decides its class. */
function classify(department: string, sdl: string): FieldClasses {
  const resources = deriveCatalogue([{ name: department, sdl }], 0, { excludeTags: EXCLUDED_TAGS });
  const fields = resources.flatMap((resource) => resource.fields);
  const count = (sharing: string) => fields.filter((field) => field.sharing === sharing).length;
  return {
    unconditional: count('UNCONDITIONAL'),
    conditional: fields
      .filter(({ sharing }) => sharing === 'CONDITIONAL')
      .map(({ coordinate }) => coordinate),
    notShared: count('NOT_SHARED'),
  };
}

/** Most SDLs whose classes are cached. Most subgraphs do not change from one version to the next. */
const MAX_CACHED = 2000;

/** By department. */
export type ClassesOfVersion = ReadonlyMap<string, FieldClasses>;

/** Returns a function that reads the field classes of departments at versions of the supergraph. */
export function createPublishedClasses(db: PostgresJsDatabase) {
  const cache = new Map<string, FieldClasses>();

  async function readClasses(department: string, number: number, digest: string): Promise<FieldClasses> {
    const key = `${department} ${digest}`;
    const cached = cache.get(key);
    if (cached) return cached;
    const [row] = await db
      .select({ sdl: subgraphVersions.sdl })
      .from(subgraphVersions)
      .where(and(eq(subgraphVersions.department, department), eq(subgraphVersions.number, number)));
    const classes = classify(department, row!.sdl);
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(key, classes);
    // Parsing an SDL blocks the event loop; other requests get a turn between two of them.
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
      found.get(version)!.set(department, await readClasses(department, number, digest));
    }
    return found;
  };
}
