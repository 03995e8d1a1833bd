import { readFileSync } from 'node:fs';

/** One package in package-lock.json. */
export interface LockedPackage {
  version?: string;
  license?: string;
  /** Target of a link to a workspace. */
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The packages of package-lock.json, by their path: '' is the root, `gateway` a workspace, `node_modules/graphql` an installed one. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Reads package-lock.json of the project. */
export function readLockFile(): LockedPackages {
  const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { packages: LockedPackages }).packages;
}

/** The name of an installed package, from its path: `a/node_modules/@b/c` → `@b/c`. */
export function nameOfPath(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * Paths of all packages that a package needs in production, its own dependencies and theirs. Optional ones that the lock file has
 * count.
 */
export function productionTree(packages: LockedPackages, root: string): Set<string> {
  const found = new Set<string>();
  const pending = [root];
  for (const path of pending) {
    const { dependencies, optionalDependencies } = packages[path]!;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const target = resolveFrom(packages, path, name);
      if (target === null || found.has(target)) continue;
      found.add(target);
      pending.push(target);
    }
  }
  return found;
}

/**
 * Packages that are installed again, in the same version, where the one further up would do: each copy costs memory, and is a module of its
 * own, whose classes are not those of the other. `npm dedupe` removes them.
 */
export function duplicates(packages: LockedPackages): string[] {
  return Object.keys(packages).filter((path) => {
    const at = path.lastIndexOf('/node_modules/');
    if (at < 0 || packages[path]!.link) return false;
    const name = nameOfPath(path);
    // Its own folder left out: what its user would find without it.
    const further = resolveFrom(packages, parentFolder(path.slice(0, at)), name);
    return further !== null && packages[further]!.version === packages[path]!.version;
  });
}

/** Where Node finds a package: in the nearest node_modules folder, upwards. A link counts as the workspace that it leads to. */
function resolveFrom(packages: LockedPackages, from: string, name: string): string | null {
  for (let folder = from; ; folder = parentFolder(folder)) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    const locked = packages[path];
    if (locked) return locked.link ? locked.resolved! : path;
    if (folder === '') return null;
  }
}

function parentFolder(folder: string): string {
  return folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
}
