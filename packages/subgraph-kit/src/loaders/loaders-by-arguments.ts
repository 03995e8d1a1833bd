/**
 * Loaders of one request for a field that takes arguments beside a page: each distinct set of
 * arguments gets a loader of its own, so that all parents that ask alike share a batch.
 *
 * @param create makes the loader of one set of arguments
 * @returns the loader for the arguments; equal arguments give the same loader
 */
export function createLoadersByArguments<Arguments extends object, Loader>(
  create: (args: Arguments) => Loader,
): (args: Arguments) => Loader {
  const loaders = new Map<string, Loader>();
  return (args) => {
    // Undefined and null both mean that the argument was left out.
    const given = Object.entries(args).filter(([, value]) => value != null);
    const name = JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = loaders.get(name);
    if (known !== undefined) return known;
    const loader = create(args);
    loaders.set(name, loader);
    return loader;
  };
}
