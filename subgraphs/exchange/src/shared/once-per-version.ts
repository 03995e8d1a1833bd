/** Returns `make` with a cache of one: the result for the version that was requested last. A failure is not cached. */
export function oncePerVersion<Result>(
  make: (version: number) => Promise<Result>,
): (version: number) => Promise<Result> {
  let cached: { version: number; result: Promise<Result> } | null = null;

  return (version) => {
    if (cached?.version === version) return cached.result;
    const current = { version, result: make(version) };
    cached = current;
    current.result.catch(() => {
      if (cached === current) cached = null;
    });
    return current.result;
  };
}
