import { access, constants, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LaunchError } from '../system/launch-error.ts';

export interface FoundFiles {
  /** Sorted by name. */
  readable: string[];
  unreadable: string[];
}

/**
 * The files to import: the one that `path` names, or every .csv in the folder that it names.
 *
 * @throws LaunchError when there is none
 */
export async function findFiles(path: string): Promise<FoundFiles> {
  const entry = await stat(path).catch(() => null);
  if (!entry) throw new LaunchError(`There is no file or folder ${path}.`);
  const files = entry.isDirectory() ? await csvFilesIn(path) : [path];
  if (files.length === 0) throw new LaunchError(`${path} holds no .csv file.`);
  const found: FoundFiles = { readable: [], unreadable: [] };
  for (const file of files) found[(await isReadable(file)) ? 'readable' : 'unreadable'].push(file);
  return found;
}

async function csvFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /\.csv$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function isReadable(file: string): Promise<boolean> {
  return access(file, constants.R_OK)
    .then(() => stat(file))
    .then(
      (entry) => entry.isFile(),
      () => false,
    );
}
