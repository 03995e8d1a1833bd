import { CommandError } from '../shared/command-error.ts';
import type { PublishedSubgraph } from './answers.ts';
import type { Registry } from './registry.ts';
import { SUBGRAPHS } from './selections.ts';

export interface PublishedGraph {
  version: number;
  /** Of the variant `internal`. */
  sdl: string;
  subgraphs: PublishedSubgraph[];
}

/**
 * One version of the graph with what each department had published in it.
 *
 * @param version null for the newest
 * @returns null when nothing was ever published
 * @throws CommandError when there is no such version
 */
export async function publishedGraph(
  registry: Registry,
  version: number | null = null,
): Promise<PublishedGraph | null> {
  const { supergraph } = await registry.ask<{ supergraph: PublishedGraph | null }>(
    `query Graph($version: Int, $credential: String) {
      supergraph(version: $version, credential: $credential) { version sdl ${SUBGRAPHS} } }`,
    { version, credential: await registry.sign('supergraph', { variant: 'internal', version }) },
  );
  if (supergraph === null && version !== null) {
    throw new CommandError(`The registry has no version ${version}. yiwang history lists those that it has.`);
  }
  return supergraph;
}

/** @throws CommandError when nothing was ever published */
export async function currentGraph(registry: Registry): Promise<PublishedGraph> {
  const graph = await publishedGraph(registry);
  if (graph) return graph;
  throw new CommandError('Nothing is published yet. yiwang publish publishes a department.');
}
