import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@yiwang/observability';
import type { ServedGraph } from '../graph/served-graph.ts';
import { backOffMs } from './back-off.ts';
import type { PublishedSupergraph, RegistryClient } from './registry-client.ts';
import { RegistryError } from './registry-error.ts';
import type { VariantFollower } from './variant-follower.ts';

/** A supergraph takes up to a second to build, and is to be served two seconds after it was published. */
const POLL_MS = 500;

/**
 * Keeps all variants at what the registry publishes, until `stopping` aborts: asks twice a second, less often while the
 * registry is down. Resolves when it has stopped.
 */
export async function pollRegistry(
  followers: readonly VariantFollower[],
  graphs: ReadonlyMap<string, ServedGraph>,
  client: RegistryClient,
  logger: Logger,
  stopping: AbortSignal,
): Promise<void> {
  let failures = 0;
  let lastFault: string | null = null;

  while (!stopping.aborted) {
    try {
      const changed = await catchUp(followers, client, stopping);
      if (lastFault !== null) logger.info('the registry answers again');
      failures = 0;
      lastFault = null;
      explain(followers, graphs, 'The registry has published no supergraph that can be served.');
      // The registry is to know at once what runs now.
      if (changed) continue;
    } catch (err) {
      if (stopping.aborted) return;
      failures++;
      const fault = kindOf(err);
      if (fault !== lastFault) logger.warn({ err }, 'no news from the registry; what is served goes on');
      lastFault = fault;
      explain(followers, graphs, 'The registry does not answer, and no good supergraph was kept.');
    }
    const delayMs = failures === 0 ? POLL_MS : backOffMs(failures);
    await sleep(delayMs, undefined, { signal: stopping }).catch(() => {});
  }
}

/**
 * One round.
 *
 * @returns whether anything changed
 * @throws RegistryError
 */
async function catchUp(
  followers: readonly VariantFollower[],
  client: RegistryClient,
  stopping: AbortSignal,
): Promise<boolean> {
  const running = followers.map(({ variant, version }) => ({ variant, version }));
  const ask = (withSdl: boolean) => client.report(running, withSdl, stopping);
  const wanted = (supergraphs: readonly PublishedSupergraph[]) =>
    followers.flatMap((follower) => {
      const newest = supergraphs
        .filter(({ variant }) => variant === follower.variant)
        .reduce<PublishedSupergraph | null>((a, b) => (a && a.version > b.version ? a : b), null);
      return newest && follower.wants(newest) ? [{ follower, published: newest }] : [];
    });

  // A bad supergraph is offered each time. It is large: first only its name is asked for.
  let news = wanted(await ask(!followers.some(({ hasBad }) => hasBad)));
  if (news.some(({ published }) => published.sdl === undefined)) news = wanted(await ask(true));
  const taken = await Promise.all(news.map(({ follower, published }) => follower.take(published)));
  return taken.includes(true);
}

/** Faults of one kind in a row are told once; their messages may differ. */
function kindOf(error: unknown): string {
  return error instanceof RegistryError ? (error.code ?? 'no answer') : String(error);
}

function explain(
  followers: readonly VariantFollower[],
  graphs: ReadonlyMap<string, ServedGraph>,
  reason: string,
): void {
  for (const { variant, version } of followers) {
    if (version === null) graphs.get(variant)!.waitingFor = reason;
  }
}
