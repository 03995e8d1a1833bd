import { chmod, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plan } from './plan.ts';

/**
 * Writes a plan whole or not at all: the folder is made beside and moved into its place, and when a later
 * step fails, all before it is undone. The umask must let others read.
 */
export async function writePlan(root: string, { folder, files, edited, links }: Plan): Promise<void> {
  await using undo = new AsyncDisposableStack();
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const staged = await mkdtemp(join(cache, 'new-department-'));
  undo.defer(() => rm(staged, { recursive: true, force: true }));
  for (const [path, text] of files) {
    await mkdir(dirname(join(staged, path)), { recursive: true });
    await writeFile(join(staged, path), text);
  }

  // A temporary folder is for its maker alone; sources are for everyone who works on the project.
  await chmod(staged, 0o755);

  const place = join(root, folder);
  // rename would take the place of an empty folder.
  if (await lstat(place).catch(() => null)) throw new Error(`${folder} has just been made by somebody else.`);
  await rename(staged, place);
  undo.defer(() => rm(place, { recursive: true, force: true }));

  for (const [path, target] of links) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await symlink(target, join(root, path));
    undo.defer(() => rm(join(root, path), { force: true }));
  }
  for (const [path, text] of edited) {
    const before = await readFile(join(root, path), 'utf8');
    await replace(join(root, path), text);
    undo.defer(() => replace(join(root, path), before));
  }
  undo.move();
}

async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.next`, text);
  await rename(`${path}.next`, path);
}
