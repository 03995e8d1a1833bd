import { LRUCache } from 'lru-cache';
import { type PerRequest, perRequest } from './per-request.ts';

/** The most cached sets of arguments of one field. Requests with other arguments are not batched with each other. */
const MAX_ARGUMENT_SETS = 500;

/**
 * Defines the loaders for a field that takes arguments beside a page: each distinct set of arguments has a loader of its
 * own, so that all parents with equal arguments share a batch.
 *
 * @param define the loader of one set of arguments, or several by {@link defineLoaders}
 * @returns makes one request's function from arguments to their loader; equal arguments give the same loader
 */
export function createLoadersByArguments<Arguments extends object, Loader>(
  define: (args: Arguments) => PerRequest<Loader>,
): PerRequest<(args: Arguments) => Loader> {
  const definitions = new LRUCache<string, PerRequest<Loader>>({ max: MAX_ARGUMENT_SETS });

  return perRequest(() => {
    const loaders = new Map<string, Loader>();
    return (args) => {
      const name = nameOf(args);
      const cached = loaders.get(name);
      if (cached !== undefined) return cached;
      const definition = definitions.get(name) ?? define(args);
      definitions.set(name, definition);
      const loader = definition();
      loaders.set(name, loader);
      return loader;
    };
  });
}

/** Equal names for equal arguments. */
function nameOf(args: object): string {
  // Undefined and null both mean that the argument was left out.
  const given = Object.entries(args).filter(([, value]) => value != null);
  return JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}
