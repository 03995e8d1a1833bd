import { CompositionError, composeSupergraph } from '@yiwang/composition';
import { introspect } from '../introspect.ts';
import type { PublishedSubgraph } from '../registry/answers.ts';
import type { LocalDepartment } from './local-department.ts';

export interface ComposedLocally {
  /** Null when it does not compose. */
  supergraphSdl: string | null;
  /** Why not; empty when it does. */
  fault: string;
}

/** The schemas of the local departments as they serve them now, by name. */
export async function readLocalSchemas(local: readonly LocalDepartment[]): Promise<Map<string, string>> {
  return new Map(
    await Promise.all(local.map(async ({ name, url }) => [name, await introspect(url)] as const)),
  );
}

/** The published graph with the local departments in the place of those of their names. */
export function composeLocally(
  published: readonly PublishedSubgraph[],
  local: readonly LocalDepartment[],
  schemas: ReadonlyMap<string, string>,
): ComposedLocally {
  const others = published
    .filter(({ department }) => !schemas.has(department.name))
    .map(({ department, url, sdl }) => ({ name: department.name, url, sdl }));
  const own = local.map(({ name, url }) => ({ name, url, sdl: schemas.get(name)! }));
  try {
    return { supergraphSdl: composeSupergraph([...others, ...own]).supergraphSdl, fault: '' };
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    return { supergraphSdl: null, fault: error.message };
  }
}
