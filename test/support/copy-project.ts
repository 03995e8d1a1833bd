import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const LEFT_OUT = new Set(['.git', '.data', '.turbo', 'bench', 'node_modules']);

/**
 * A copy of the project to change things in: sources are copied, installed packages are linked. Workspaces are linked as npm
 * does it, so that the copy runs its own sources.
 */
export async function copyProject(): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-copy-'));
  for (const name of await readdir(ROOT)) {
    if (LEFT_OUT.has(name)) continue;
    await cp(join(ROOT, name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.endsWith('/node_modules'),
    });
  }
  await linkPackages(folder);
  for (const parent of ['packages', 'subgraphs']) {
    for (const name of await readdir(join(ROOT, parent))) await linkNested(folder, join(parent, name));
  }
  await linkNested(folder, 'gateway');
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
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
