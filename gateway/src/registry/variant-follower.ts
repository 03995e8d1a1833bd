import { IdentityError, verifySupergraph } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import type { ServedGraph } from '../graph/served-graph.ts';
import type { PublishedSupergraph } from './registry-client.ts';
import type { RegistryKeys } from './registry-keys.ts';
import type { SignedSupergraph, SupergraphCache } from './supergraph-cache.ts';

/** What was bad is looked at again this much later: it may have been altered on its way, or memory was short. */
const RETRY_BAD_MS = 60_000;

/** Keeps one variant at the newest supergraph that is good. Never throws: what is bad is logged, once. */
export interface VariantFollower {
  readonly variant: string;
  /** Version that is served; null when none is. */
  readonly version: number | null;
  /** Something that is offered was found bad, so that its SDL need not be sent again for now. */
  readonly hasBad: boolean;
  /** Whether it is worth having the SDL of this one. */
  wants(published: Omit<PublishedSupergraph, 'sdl'>): boolean;
  /** @returns whether it is served now */
  take(published: PublishedSupergraph): Promise<boolean>;
  takeFromCache(): Promise<void>;
}

export interface FollowerTools {
  keys: Pick<RegistryKeys, 'current'>;
  cache: SupergraphCache;
  logger: Logger;
  stopping: AbortSignal;
}

export function followVariant(
  variant: string,
  graph: ServedGraph,
  { keys, cache, logger, stopping }: FollowerTools,
): VariantFollower {
  let version: number | null = null;
  let bad: { version: number; signature: string; keys: RegistryKeys['current']; since: number } | null = null;

  /** @throws IdentityError, SupergraphError */
  async function serve({ signature, sdl }: SignedSupergraph): Promise<void> {
    const signed = await verifySupergraph(keys.current, signature, sdl);
    if (signed.variant !== variant) {
      throw new IdentityError(`The registry signed it for the variant ${signed.variant}.`);
    }
    if (version !== null && signed.version <= version) {
      throw new IdentityError(`It is signed as version ${signed.version}, and ${version} is served.`);
    }
    const startedAt = performance.now();
    await graph.takeSupergraph(sdl);
    version = signed.version;
    const milliseconds = Math.round(performance.now() - startedAt);
    logger.info({ variant, version, milliseconds, planning: graph.planning }, 'supergraph taken');
  }

  // Other keys may find it good.
  const isBad = (published: Omit<PublishedSupergraph, 'sdl'>) =>
    bad?.version === published.version && bad.signature === published.signature && bad.keys === keys.current;

  return {
    variant,
    get version() {
      return version;
    },
    get hasBad() {
      return bad !== null;
    },
    wants(published) {
      if (version !== null && published.version <= version) return false;
      return !isBad(published) || performance.now() - bad!.since > RETRY_BAD_MS;
    },

    async take(published) {
      const { signature, sdl = '' } = published;
      const tried = keys.current;
      try {
        await serve({ signature, sdl });
      } catch (err) {
        if (stopping.aborted) return false; // It was not built to its end.
        // Told once; later attempts are for whoever looks closely.
        const level = isBad(published) ? 'debug' : 'error';
        const context = { err, variant, version: published.version };
        logger[level](context, 'supergraph not taken; the one before goes on');
        bad = { version: published.version, signature, keys: tried, since: performance.now() };
        return false;
      }
      bad = null;
      await cache
        .write(variant, { signature, sdl })
        .catch((err: unknown) => logger.warn({ err, variant }, 'supergraph not kept for the next start'));
      return true;
    },

    async takeFromCache() {
      try {
        const kept = await cache.read(variant);
        if (kept) await serve(kept);
      } catch (err) {
        logger.error({ err, variant }, 'the supergraph that was kept is not used');
      }
    },
  };
}
