import type { CompositionLibraryName } from '@yiwang/composition/composition-library';
import type { CompositionFault, SchemaChange } from '../registry/answers.ts';
import type { PublishedGraph } from '../registry/published.ts';
import type { LocalSubgraph } from '../options/subgraph-options.ts';

export interface Comparison {
  /** Why the schemas do not fit together; nothing is compared then. */
  faults: CompositionFault[];
  changes: ComparedChange[];
}

/** Without the registry's statistics nobody knows who would notice. */
export type ComparedChange = Omit<SchemaChange, 'usedBy' | 'consentOf'>;

// Composition is 100 MB of code that most commands never need.
const composition = () => import('@yiwang/composition');

/** Two supergraphs as clients see them. */
export async function compareSchemas(before: string, after: string): Promise<Comparison> {
  const { diffSchemas } = await composition();
  const changes = await diffSchemas(before, after);
  return {
    faults: [],
    changes: changes.map(({ kind, severity, coordinate, message }) => ({
      kind,
      severity,
      coordinate,
      message,
    })),
  };
}

/** The published graph, and the same with these schemas in it, composed here by that library. */
export async function compareSubgraph(
  graph: PublishedGraph,
  local: readonly LocalSubgraph[],
  library: CompositionLibraryName,
): Promise<Comparison> {
  const { CompositionError, composeSupergraph } = await composition();
  const subgraphs = new Map(
    graph.subgraphs.map(({ department: { name }, url, sdl }) => [name, { name, url, sdl }]),
  );
  for (const { department: name, url, sdl } of local) {
    subgraphs.set(name, { name, url: url ?? subgraphs.get(name)?.url ?? `http://${name}/graphql`, sdl });
  }
  try {
    const { supergraphSdl } = composeSupergraph([...subgraphs.values()], library);
    return await compareSchemas(graph.sdl, supergraphSdl);
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    const faults = error.errors.map(({ code, message, help, subgraphs: departments, locations }) => ({
      code,
      message,
      help,
      departments,
      locations: locations.map(({ subgraph, line, column }) => ({ department: subgraph, line, column })),
    }));
    return { faults, changes: [] };
  }
}
