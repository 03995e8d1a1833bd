import { cp, lstat, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ROOT } from './compose-file.ts';

const LEFT_OUT = new Set(['.git', '.data', '.turbo', 'bench', 'node_modules', 'test-results']);
/** What programs of the copy write, and what finds departments by its own place. */
const COPIED = [
  'deploy',
  'docs',
  'scripts',
  'subgraphs',
  'packages/launcher',
  'packages/subgraph-kit/template',
];
/** Folders of which the copy has its own, as npm and Node look for a workspace by its folder. */
const OWN_FOLDER = /^(packages(\/[^/]+)?|gateway)$/;

/**
 * A copy of the project to make departments in. Workspaces and installed packages are linked as npm does it. Sources of which the
 * copy needs none of its own are linked too: Node compiles them under their real path, so once for the project and all its copies.
 */
export async function copyProject(): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-copy-'));
  for (const path of await entriesOf('.')) await bring(folder, path);
  await linkPackages(folder);
  for (const parent of ['packages', 'subgraphs']) {
    for (const path of await entriesOf(parent)) await linkNested(folder, path);
  }
  await linkNested(folder, 'gateway');
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** Paths from the root, of what a folder holds. */
async function entriesOf(path: string): Promise<string[]> {
  const names = await readdir(join(ROOT, path));
  return names.filter((name) => !LEFT_OUT.has(name)).map((name) => join(path, name));
}

async function bring(folder: string, path: string): Promise<void> {
  const [from, to] = [join(ROOT, path), join(folder, path)];
  if (OWN_FOLDER.test(path) && !COPIED.includes(path)) {
    await mkdir(to);
    for (const inside of await entriesOf(path)) await bring(folder, inside);
  } else if (COPIED.includes(path) || !(await isFolder(from))) {
    await cp(from, to, { recursive: true, filter: (one) => !LEFT_OUT.has(basename(one)) });
  } else {
    await symlink(from, to);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path)).isDirectory();
}

async function linkPackages(folder: string): Promise<void> {
  const installed = join(ROOT, 'node_modules');
  await mkdir(join(folder, 'node_modules/@yiwang'), { recursive: true });
  for (const name of await readdir(installed)) {
    // Caches are no package: a copy that wrote into them would disturb others.
    if (name === '@yiwang' || (name.startsWith('.') && name !== '.bin')) continue;
    await symlink(join(installed, name), join(folder, 'node_modules', name));
  }
  for (const name of await readdir(join(installed, '@yiwang'))) {
    await cp(join(installed, '@yiwang', name), join(folder, 'node_modules/@yiwang', name), {
      verbatimSymlinks: true,
    });
  }
}

/** What npm puts not into the root, but beside a workspace. */
async function linkNested(folder: string, workspace: string): Promise<void> {
  const nested = join(ROOT, workspace, 'node_modules');
  if (await readdir(nested).catch(() => null)) await symlink(nested, join(folder, workspace, 'node_modules'));
}
