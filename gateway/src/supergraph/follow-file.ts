import type { Logger } from '@yiwang/observability';
import type { ServedGraph } from '../graph/served-graph.ts';
import type { SupergraphSource } from './supergraph-source.ts';
import { namingFile, readSupergraph } from './read-supergraph.ts';
import { watchFile } from '../files/watch-file.ts';

/**
 * Serves the supergraph of a file, and each new one that the file comes to hold, until it is stopped.
 *
 * @throws SupergraphFileError when the file cannot be read or holds no supergraph that can be served
 */
export async function followFile(
  file: string,
  graph: ServedGraph,
  logger: Logger,
): Promise<SupergraphSource> {
  const sdl = await readSupergraph(file);
  await namingFile(file, () => graph.takeSupergraph(sdl));
  const stop = watchFile(file, () => replaceSupergraph(graph, file, logger));
  return { stop, [Symbol.asyncDispose]: async () => stop() };
}

/** Never fails: a supergraph that cannot be served is logged, and the one before goes on. */
async function replaceSupergraph(graph: ServedGraph, file: string, logger: Logger): Promise<void> {
  try {
    const sdl = await readSupergraph(file);
    if (sdl === graph.supergraphSdl) return;
    await namingFile(file, () => graph.takeSupergraph(sdl));
    logger.info({ supergraph: file, planning: graph.planning }, 'supergraph replaced');
  } catch (err) {
    logger.error({ err, supergraph: file }, 'supergraph not replaced; the one before goes on');
  }
}
