import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeSupergraph } from '@yiwang/composition';
import { writeAtomically } from './write-atomically.ts';

/** One department as the gateway will reach it. */
export interface DepartmentAddress {
  name: string;
  /** Its folder with schema.graphql. */
  directory: string;
  /** Of its GraphQL endpoint. */
  url: string;
}

/**
 * Composes the departments and writes the supergraph.
 *
 * @throws CompositionError listing every reason why they do not fit together; the file stays as it was
 */
export async function writeSupergraph(
  departments: readonly DepartmentAddress[],
  file: string,
): Promise<void> {
  const subgraphs = await Promise.all(
    departments.map(async ({ name, directory, url }) => ({
      name,
      url,
      sdl: await readFile(join(directory, 'schema.graphql'), 'utf8'),
    })),
  );
  await writeAtomically(file, composeSupergraph(subgraphs).supergraphSdl);
}
