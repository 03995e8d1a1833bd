import type { GraphDepartment } from '../departments-of.ts';
import type { ServedGraph } from '../served-graph.ts';
import { followDepartment, type FollowOptions } from './follow-department.ts';

/** How often the departments of the supergraph are looked at. */
const LOOK_MS = 500;

/**
 * Follows the changes of every department whose answers may be cached, as departments come and go with the supergraph.
 *
 * @param departmentsOf returns those of the current supergraph, and the same list as long as that is the same
 */
export function followChanges(
  departmentsOf: () => readonly GraphDepartment[],
  options: FollowOptions,
): AsyncDisposable {
  const following = new Map<string, { url: string; stopping: AbortController; done: Promise<void> }>();
  let departments: readonly GraphDepartment[] = [];

  function look(): void {
    const current = departmentsOf();
    if (current === departments) return;
    departments = current;
    for (const [name, { url, stopping }] of following) {
      if (current.some((one) => one.name === name && one.url === url)) continue;
      stopping.abort();
      following.delete(name);
      options.cache.setFollowState(name, 'LOST');
    }
    for (const department of current) {
      if (following.has(department.name)) continue;
      const stopping = new AbortController();
      const done = followDepartment(department, options, stopping.signal);
      following.set(department.name, { url: department.url, stopping, done });
    }
  }

  look();
  const timer = setInterval(look, LOOK_MS);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      for (const { stopping } of following.values()) stopping.abort();
      await Promise.all([...following.values()].map(({ done }) => done));
    },
  };
}

/** A supergraph that does not link it allows nothing to be cached. */
const CACHE_SPEC = 'https://specs.yiwang.dev/cacheControl/';
const NONE: readonly GraphDepartment[] = [];

/** Returns the function that lists the departments of a supergraph in which something may be cached. */
export function createCachedDepartments(
  departmentsOf: () => readonly GraphDepartment[],
  graph: Pick<ServedGraph, 'supergraphSdl'>,
): () => readonly GraphDepartment[] {
  return () => (graph.supergraphSdl?.includes(CACHE_SPEC) ? departmentsOf() : NONE);
}
