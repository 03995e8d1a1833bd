import { SupergraphError } from '@yiwang/engine';
import { EXCLUDED_TAGS } from '../config/config.ts';
import type { ServedGraph } from './served-graph.ts';

/** The supergraph of one variant, made from a file. */
export interface VariantOfFile {
  graph: ServedGraph;
  sdl: string;
}

/**
 * Returns the supergraphs of the variants of a file.
 *
 * @param publicVariant the variant that is made for anonymous clients; null for none
 * @throws SupergraphError when the file holds no supergraph, or the variant would be empty
 */
export async function variantsOfFile(
  sdl: string,
  graphs: { all: ServedGraph; anonymous: ServedGraph | null },
  publicVariant: string | null,
): Promise<VariantOfFile[]> {
  const whole = { graph: graphs.all, sdl };
  if (graphs.anonymous === null || publicVariant === null) return [whole];
  // Loaded late: a gateway without a contract never needs the code.
  const { applyContract } = await import('@yiwang/composition/contract');
  try {
    const excludeTags = EXCLUDED_TAGS[publicVariant]!;
    return [whole, { graph: graphs.anonymous, sdl: applyContract(sdl, { excludeTags }) }];
  } catch (cause) {
    throw new SupergraphError(`The variant ${publicVariant} cannot be made: ${(cause as Error).message}`, {
      cause,
    });
  }
}
