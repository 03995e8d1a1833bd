import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@yiwang/service/logging';
import type { ServedGraph } from '../served-graph.ts';
import type { PublishedSupergraph, RegistryClient } from './registry-client.ts';
import { retryUntilAnswered } from './retry-until-answered.ts';
import type { VariantFollower } from './variant-follower.ts';

/** Time between two polls. A supergraph takes up to a second to build, and must be served two seconds after it was published. */
const POLL_MS = 500;

/**
 * Keeps all variants at what the registry publishes, until `stopping` aborts: polls twice a second, less often while the
 * registry is down. Resolves when it has stopped.
 */
export async function pollRegistry(
  followers: readonly VariantFollower[],
  graphs: ReadonlyMap<string, ServedGraph>,
  client: RegistryClient,
  logger: Logger,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    const changed = await retryUntilAnswered(() => catchUp(followers, client, stopping), {
      logger,
      failing: 'the registry does not answer; still serving the current supergraph',
      recovered: 'the registry answers again',
      stopping,
      onFailure: () =>
        explain(
          followers,
          graphs,
          'The registry does not answer, and there is no cached supergraph that can be served.',
        ),
    });
    if (changed === undefined) return;
    explain(followers, graphs, 'The registry has published no supergraph that can be served.');
    // A change is reported at once: what runs now.
    if (!changed) await sleep(POLL_MS, undefined, { signal: stopping }).catch(() => {});
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

  // A bad supergraph is offered in each round. Its SDL is large, so the first request leaves it out.
  let news = newsIn(await ask(!followers.some(({ hasBad }) => hasBad)), followers);
  if (news.some(({ published }) => published.sdl === undefined)) {
    news = newsIn(await ask(true), followers);
  }
  return swapVersion(news);
}

interface News {
  follower: VariantFollower;
  published: PublishedSupergraph;
}

/** Returns what to swap to: all variants of one version, or none. */
function newsIn(supergraphs: readonly PublishedSupergraph[], followers: readonly VariantFollower[]): News[] {
  const offered = followers.flatMap((follower) => {
    const newest = supergraphs
      .filter(({ variant }) => variant === follower.variant)
      .reduce<PublishedSupergraph | null>((a, b) => (a && a.version > b.version ? a : b), null);
    const isNewer = newest !== null && newest.version > (follower.version ?? 0);
    return isNewer ? [{ follower, published: newest }] : [];
  });
  const version = Math.max(...offered.map(({ published }) => published.version));
  // A variant that is no longer published stays at an older version, and is swapped alone.
  const together = offered.filter(({ published }) => published.version === version);
  return together.every(({ follower, published }) => follower.wants(published)) ? together : [];
}

/** Swaps all variants at the same moment, so that anonymous and signed-in clients see the same version. */
async function swapVersion(news: readonly News[]): Promise<boolean> {
  const prepared = await Promise.all(news.map(({ follower, published }) => follower.prepare(published)));
  const good = prepared.filter((one) => one !== null);
  if (good.length === 0) return false;
  if (good.length < news.length) {
    for (const [i, { follower, published }] of news.entries()) if (prepared[i]) follower.holdBack(published);
    for (const one of good) one.discard();
    return false;
  }
  for (const one of good) one.commit();
  await Promise.all(good.map((one) => one.keep()));
  return true;
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
