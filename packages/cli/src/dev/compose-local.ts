import { CompositionError, type CompositionLibraryName, composeSupergraph } from '@yiwang/composition';
import type { PrivateKey } from '@yiwang/identity';
import { completeSchema } from '@yiwang/schema-directives';
import { introspect } from '../options/introspect.ts';
import type { PublishedSubgraph } from '../registry/answers.ts';
import type { LocalDepartment } from './local-department.ts';

export interface ComposedLocally {
  /** Null when it does not compose. */
  supergraphSdl: string | null;
  /** Why not; empty when it does. */
  fault: string;
}

/** The schemas of the local departments as they serve them now, completed as for publishing; by name. */
export async function readLocalSchemas(
  local: readonly LocalDepartment[],
  key: PrivateKey | null,
): Promise<Map<string, string>> {
  return new Map(
    await Promise.all(
      local.map(async ({ name, url }) => [name, completeSchema(await introspect(name, url, key))] as const),
    ),
  );
}

/** The published graph with the local departments in the place of those of their names. */
export function composeLocally(
  published: readonly PublishedSubgraph[],
  local: readonly LocalDepartment[],
  schemas: ReadonlyMap<string, string>,
  library: CompositionLibraryName,
): ComposedLocally {
  const others = published
    .filter(({ department }) => !schemas.has(department.name))
    .map(({ department, url, sdl }) => ({ name: department.name, url, sdl }));
  const own = local.map(({ name, url }) => ({ name, url, sdl: schemas.get(name)! }));
  try {
    return { supergraphSdl: composeSupergraph([...others, ...own], library).supergraphSdl, fault: '' };
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    return { supergraphSdl: null, fault: error.message };
  }
}
