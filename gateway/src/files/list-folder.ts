import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Paths of the files beneath a folder, relative to it, in order, also behind symbolic links, of which the mounts of containers
 * are made. Names that begin with a dot are left out: such mounts, and editors, keep there what is theirs.
 *
 * @throws Error when it is no folder that can be read
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
