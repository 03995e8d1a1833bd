import type { Logger } from '@yiwang/service/logging';
import { type ServedGraph, swapTogether } from './served-graph.ts';
import { watchPath } from '../util/files/watch-path.ts';
import { namingFile, readSupergraph } from './read-supergraph.ts';
import { variantsOfFile } from './variants-of-file.ts';

/** Where supergraphs come from. Disposing of it waits until it has released everything. */
export interface SupergraphSource extends AsyncDisposable {
  /** Stops swapping supergraphs. */
  stop(): void;
}

/** The graphs that serve a supergraph file. */
export interface FileGraphs {
  all: ServedGraph;
  /** The graph of anonymous clients; null when they see what everyone sees. */
  anonymous: ServedGraph | null;
  /** The variant of `anonymous`. */
  publicVariant: string | null;
}

/**
 * Serves the supergraph of a file, and swaps to each new one, until it is stopped.
 *
 * @throws SupergraphFileError when the file cannot be read or holds no supergraph that can be served
 */
export async function followFile(
  file: string,
  graphs: FileGraphs,
  logger: Logger,
): Promise<SupergraphSource> {
  const sdl = await readSupergraph(file);
  await namingFile(file, () => serve(sdl, graphs));
  const stop = await watchPath(file, () => void swapToFile(graphs, file, logger));
  return { stop, [Symbol.asyncDispose]: async () => stop() };
}

async function serve(sdl: string, graphs: FileGraphs): Promise<void> {
  await swapTogether(await variantsOfFile(sdl, graphs, graphs.publicVariant));
}

/** Swaps to the supergraph in the file. Never fails: a bad supergraph is logged, and the previous one is still served. */
async function swapToFile(graphs: FileGraphs, file: string, logger: Logger): Promise<void> {
  try {
    const sdl = await readSupergraph(file);
    if (sdl === graphs.all.supergraphSdl) return;
    await namingFile(file, () => serve(sdl, graphs));
    logger.info({ supergraph: file, planning: graphs.all.engine?.planning }, 'supergraph swapped');
  } catch (err) {
    logger.error({ err, supergraph: file }, 'supergraph not swapped; still serving the previous one');
  }
}
