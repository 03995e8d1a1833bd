import type { Replacement } from '@yiwang/engine';
import { IdentityError, verifySupergraph } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import type { ServedGraph } from '../served-graph.ts';
import type { PublishedSupergraph } from './registry-client.ts';
import type { RegistryKeys } from './registry-keys.ts';
import type { SignedSupergraph, SupergraphCache } from './supergraph-cache.ts';

/** When to retry a bad supergraph: it may have been altered on its way, or memory was short. */
const RETRY_BAD_MS = 60_000;

/** Keeps one variant at the newest good supergraph. Never throws: a bad supergraph is logged, once. */
export interface VariantFollower {
  readonly variant: string;
  /** The version that is served; null when none is. */
  readonly version: number | null;
  /** Whether the registry offers a supergraph that was found bad, so that its SDL need not be sent again for now. */
  readonly hasBad: boolean;
  /** Whether to fetch the SDL of this supergraph. */
  wants(published: Omit<PublishedSupergraph, 'sdl'>): boolean;
  /** Prepares a supergraph; returns null when it is bad. */
  prepare(published: PublishedSupergraph): Promise<PreparedVariant | null>;
  /** Does not want a supergraph for a while, because another variant of the same version is bad. */
  holdBack(published: PublishedSupergraph): void;
  swapFromCache(): Promise<void>;
}

/** A good supergraph that is not served yet. */
export interface PreparedVariant extends Replacement {
  /** Stores it for the next start, after the commit. */
  keep(): Promise<void>;
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
  async function prepare({ signature, sdl }: SignedSupergraph): Promise<Replacement> {
    const signed = await verifySupergraph(keys.current, signature, sdl);
    if (signed.variant !== variant) {
      throw new IdentityError(`The registry signed it for another variant: ${signed.variant}.`);
    }
    if (version !== null && signed.version <= version) {
      throw new IdentityError(
        `It is signed as version ${signed.version}, but version ${version} is already served.`,
      );
    }
    const startedAt = performance.now();
    const replacement = await graph.prepareSupergraph(sdl);
    return {
      ...replacement,
      commit() {
        replacement.commit();
        version = signed.version;
        const milliseconds = Math.round(performance.now() - startedAt);
        logger.info(
          { variant, version, milliseconds, planning: graph.engine?.planning },
          'supergraph swapped',
        );
      },
    };
  }

  function markBad(
    { version: offered, signature }: PublishedSupergraph,
    tried: RegistryKeys['current'],
  ): void {
    bad = { version: offered, signature, keys: tried, since: performance.now() };
  }

  // With other keys it may be good.
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

    holdBack: (published) => markBad(published, keys.current),

    async prepare(published) {
      const { signature, sdl = '' } = published;
      const tried = keys.current;
      let replacement: Replacement;
      try {
        replacement = await prepare({ signature, sdl });
      } catch (err) {
        if (stopping.aborted) return null; // The build was interrupted.
        // Logged once as an error; later attempts are details.
        const level = isBad(published) ? 'debug' : 'error';
        const context = { err, variant, version: published.version };
        logger[level](context, 'supergraph not swapped: it cannot be served');
        markBad(published, tried);
        return null;
      }
      return {
        ...replacement,
        commit() {
          replacement.commit();
          bad = null;
        },
        keep: () =>
          cache
            .write(variant, { signature, sdl })
            .catch((err: unknown) =>
              logger.warn({ err, variant }, 'the supergraph could not be cached for the next start'),
            ),
      };
    },

    async swapFromCache() {
      try {
        const cached = await cache.read(variant);
        if (cached) (await prepare(cached)).commit();
      } catch (err) {
        logger.error({ err, variant }, 'the cached supergraph cannot be served');
      }
    },
  };
}
