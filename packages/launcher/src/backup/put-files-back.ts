import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { copyFile, hashFile, ifThere } from '@yiwang/postgres-server';
import { holdsPublicKeys } from '../system/keys.ts';
import type { Manifest } from './manifest.ts';

const PREFIX = 'files/';

/** How many files of a backup were put back, were there as saved, or were there and differ. */
export interface PutBack {
  put: number;
  same: number;
  /** They stay: what is there is newer than the backup. */
  kept: string[];
}

/** Puts the files of a backup back that are missing in a data folder. */
export async function putFilesBack(
  backup: string,
  { files }: Manifest,
  data: string,
  { isDryRun }: { isDryRun: boolean },
): Promise<PutBack> {
  const result: PutBack = { put: 0, same: 0, kept: [] };
  for (const { path, sha256 } of files.filter((file) => file.path.startsWith(PREFIX))) {
    const inner = path.slice(PREFIX.length);
    const target = join(data, inner);
    const found = await ifThere(hashFile(target));
    if (found === sha256) result.same += 1;
    else if (found !== null) result.kept.push(inner);
    else {
      result.put += 1;
      if (isDryRun) continue;
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await copyFile(join(backup, path), target, holdsPublicKeys(basename(inner)) ? 0o644 : 0o600);
    }
  }
  return result;
}
