interface Lock {
  packages: Record<string, object>;
}

interface Manifest {
  name: string;
  version: string;
  license: string;
  dependencies: Record<string, string>;
}

/**
 * package-lock.json with one more workspace, as `npm install` would write it, but without asking a network.
 * Packages that npm puts into each department of their own are those that its neighbour has.
 *
 * @param folder of the workspace
 * @param neighbour a department that stands in the file already
 */
export function addToLock(lock: string, folder: string, manifest: Manifest, neighbour: string): string {
  const parsed = JSON.parse(lock) as Lock;
  const { name, version, license, dependencies } = manifest;
  const beside = `${neighbour}/node_modules/`;
  const added: Record<string, object> = {
    [`node_modules/${name}`]: { resolved: folder, link: true },
    [folder]: { name, version, license, dependencies },
  };
  for (const [path, entry] of Object.entries(parsed.packages)) {
    if (!path.startsWith(beside)) continue;
    const inside = path.slice(beside.length);
    const owner = inside.split('/node_modules/')[0]!;
    if (owner in dependencies) added[`${folder}/node_modules/${inside}`] = entry;
  }
  const entries = Object.entries({ ...parsed.packages, ...added });
  // npm's own order.
  entries.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return `${JSON.stringify({ ...parsed, packages: Object.fromEntries(entries) }, null, 2)}\n`;
}
