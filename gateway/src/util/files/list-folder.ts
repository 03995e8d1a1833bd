import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Returns the paths of all files beneath a folder, relative to it and sorted. It follows symbolic links, of which the mounts of
 * containers are made, and leaves out names that begin with a dot, which belong to such mounts and to editors.
 *
 * @throws Error when the folder cannot be read
 */
export async function listFolder(folder: string, beneath = ''): Promise<string[]> {
  const names = (await readdir(join(folder, beneath))).filter((name) => !name.startsWith('.')).sort();
  const paths = await Promise.all(
    names.map(async (name) => {
      const path = join(beneath, name);
      const isFolder = (await stat(join(folder, path))).isDirectory();
      return isFolder ? listFolder(folder, path) : [path];
    }),
  );
  return paths.flat();
}
