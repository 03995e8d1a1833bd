import { readFile, rm } from 'node:fs/promises';
import type { ArchiveOptions } from '@yiwang/postgres-server';
import type { DataFolder } from './data-folder.ts';
import { LaunchError } from './launch-error.ts';
import type { StartOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { writeAtomically } from './write-atomically.ts';

type Asked = Pick<StartOptions, 'archive' | 'archiveWaits'>;

/**
 * The archive of the embedded server: the one that is asked for, which is remembered, else the one of former starts. A start that left it
 * out would leave a gap, behind which no backup reaches.
 *
 * @param givenUrl of a server that is not ours to archive; null for the embedded one
 * @throws LaunchError when an archive is asked for, and the server is given, or the folder is in the data folder
 */
export async function settleArchiveSetting(
  data: DataFolder,
  { archive: asked, archiveWaits }: Asked,
  givenUrl: string | null,
  terminal: Terminal,
): Promise<ArchiveOptions | null> {
  if (givenUrl !== null) {
    if (!asked) return null;
    throw new LaunchError(
      '--archive is for the embedded PostgreSQL. The log of the server that DATABASE_URL names is archived by its administrator (archive_mode).',
    );
  }
  const former = await readArchiveSetting(data);
  if (asked === null) return former;
  if (asked === false) {
    if (former)
      terminal.say(`Nothing is archived any more: ${former.folder} ends here, and backups with it.`);
    await rm(data.archive, { force: true });
    return null;
  }
  if (asked === data.path || asked.startsWith(`${data.path}/`))
    throw new LaunchError(
      `${asked} is in the data folder, and would be lost with it. Name another disk with --archive.`,
    );
  const setting = { folder: asked, isSynchronous: archiveWaits };
  await rememberArchive(data, setting);
  if (former?.folder !== asked) {
    terminal.say(`PostgreSQL archives its log to ${asked}. Take a backup now: yiwang backup <folder>.`);
  }
  return setting;
}

/** Null when none is kept. */
export async function readArchiveSetting({ archive }: DataFolder): Promise<ArchiveOptions | null> {
  const text = await readFile(archive, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as ArchiveOptions);
}

export async function rememberArchive(data: DataFolder, setting: ArchiveOptions): Promise<void> {
  await writeAtomically(data.archive, `${JSON.stringify(setting)}\n`);
}
