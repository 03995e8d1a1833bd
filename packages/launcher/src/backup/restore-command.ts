import { access, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ArchiveOptions,
  clusterState,
  lockDirectory,
  requireEmpty,
  restoreCluster,
  restoreGiven,
} from '@yiwang/postgres-server';
import { Command, InvalidArgumentError } from 'commander';
import { readArchiveSetting, rememberArchive } from '../system/archive-setting.ts';
import { claimDataFolder, type DataFolder, dataFolderAt, lockDataFolder } from '../system/data-folder.ts';
import { LaunchError } from '../system/launch-error.ts';
import { dataOption, resolvePath } from '../system/options.ts';
import { createProgressView, type ProgressView } from '../system/progress-view.ts';
import { runCommand } from '../system/run-command.ts';
import { createTerminal, seconds } from '../system/terminal.ts';
import { megabytes } from './backup-command.ts';
import { type Manifest, readManifest, verifyFiles } from './manifest.ts';
import { putFilesBack } from './put-files-back.ts';

interface RestoreOptions {
  /** Of one backup; absolute. */
  backup: string;
  data: string;
  archive: string | null;
  /** Empty data folder of a server of others; null for the embedded one. */
  cluster: string | null;
  /** The moment to restore; the last one that the archive has when null. */
  to: Date | null;
  replace: boolean;
  dryRun: boolean;
  json: boolean;
}

function readOptions(args: readonly string[]): RestoreOptions {
  const command = new Command('yiwang restore')
    .description(
      'Restores a system that is stopped, or gone: its databases from a backup and the archive of their log, and the files that are missing.',
    )
    .argument('<backup>', 'folder of one backup, as yiwang backup has named it')
    .addOption(dataOption('data folder to restore; made when it is gone'))
    .option(
      '--archive <dir>',
      'folder of the archive (default: the one that the data folder names)',
      resolvePath,
    )
    .option(
      '--cluster <dir>',
      'empty data folder of a PostgreSQL server of your own, for a backup of one; start that server afterwards',
      resolvePath,
    )
    .option(
      '--to <time>',
      'the moment to restore, such as 2026-11-29T18:30:00Z (default: the last one)',
      readTime,
    )
    .option('--replace', 'restores where databases are; those are kept beside, under another name', false)
    .option('--dry-run', 'verifies the backup, says what would be done, and changes nothing', false)
    .option('--json', 'answers in JSON', false)
    .addHelpText(
      'after',
      '\nA restore that was cut short is repeated from its start. See docs/operations.md.',
    )
    .allowExcessArguments(false)
    .parse(args, { from: 'user' });
  const { data, archive = null, cluster = null, to = null, replace, dryRun, json } = command.opts();
  return { backup: resolvePath(command.args[0]!), data, archive, cluster, to, replace, dryRun, json };
}

function readTime(text: string): Date {
  const time = new Date(text);
  if (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(time.getTime())
  )
    return time;
  throw new InvalidArgumentError('It must be a time with its zone, such as 2026-11-29T18:30:00Z.');
}

/** `yiwang restore`. */
export async function restoreCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  await runCommand(() => restore(options));
  process.exit();
}

/** Everything that can be wrong is found before anything is changed. */
async function restore(options: RestoreOptions): Promise<number> {
  const startedAt = performance.now();
  const manifest = await readManifest(options.backup);
  const progress = createProgressView(createTerminal(process.stderr));
  try {
    const archive = await check(options, manifest);
    await verify(options.backup, manifest, progress);
    const verifiedAt = performance.now();
    const done = options.dryRun
      ? await rehearse(options, manifest)
      : await restoreAll(options, manifest, archive, progress);
    const times = { verifyMs: verifiedAt - startedAt, restoreMs: performance.now() - verifiedAt };
    report(options, manifest, { ...done, ...times });
    return 0;
  } finally {
    progress.close();
  }
}

async function check(
  { data: path, archive: asked, cluster: target, to, replace }: RestoreOptions,
  { cluster, endedAt }: Manifest,
): Promise<ArchiveOptions | null> {
  const data = dataFolderAt(path);
  await requireStopped(data);
  if (cluster === null) return null;
  if (cluster.isEmbedded !== (target === null))
    throw new LaunchError(
      cluster.isEmbedded
        ? 'This backup is of the embedded PostgreSQL, which --cluster is not for.'
        : `This backup is of a PostgreSQL ${cluster.version} server of your own: name an empty data folder for that server with --cluster.`,
    );
  if (to !== null && to.getTime() < Date.parse(endedAt))
    throw new LaunchError(
      `This backup ended at ${endedAt}, and does not reach back to ${to.toISOString()}. Use an older one.`,
    );
  if (target !== null) {
    await requireEmpty(target);
    if (asked === null && to !== null)
      throw new LaunchError('A moment is restored from the archive of the log: name it with --archive.');
    if (asked !== null) await requireArchive(asked);
    return asked === null ? null : { folder: asked, isSynchronous: false };
  }
  const former = await readArchiveSetting(data);
  const archive = asked === null ? former : { folder: asked, isSynchronous: former?.isSynchronous ?? true };
  if (archive === null) throw new LaunchError('Name the archive of the system’s log with --archive.');
  await requireArchive(archive.folder);
  if ((await clusterState(data.postgres)) !== 'whole') return archive;
  if (!replace)
    throw new LaunchError(
      `${data.postgres} holds databases, which are not overwritten. With --replace they are kept beside, under another name.`,
    );
  if (await isThere(join(data.postgres, 'moved-to')))
    throw new LaunchError(
      `The databases of ${path} are in another folder (${data.postgres}/moved-to). Move that folder away first.`,
    );
  return archive;
}

async function requireArchive(folder: string): Promise<void> {
  await access(join(folder, 'system')).catch(() => {
    throw new LaunchError(`There is no archive in ${folder}. Name it with --archive.`);
  });
}

async function requireStopped({ path }: DataFolder): Promise<void> {
  // Whoever runs there has locked it; where nobody ever did, no file is made.
  if (!(await isThere(join(path, 'lock')))) return;
  const lock = await lockDirectory(path);
  if (!lock) throw new LaunchError(`A system is running on ${path}, and is not overwritten. Stop it first.`);
  lock.release();
}

async function verify(backup: string, manifest: Manifest, progress: ProgressView): Promise<void> {
  const total = sizeOf(manifest);
  let read = 0;
  await verifyFiles(backup, manifest, (bytes) => {
    read += bytes;
    progress.update('verifying', read, total);
  });
}

interface Restored {
  put: number;
  same: number;
  kept: string[];
  /** ISO 8601; of the last commit that came back from the archive. Null when there was none. */
  lastCommit: string | null;
}

async function rehearse(options: RestoreOptions, manifest: Manifest): Promise<Restored> {
  const files = await putFilesBack(options.backup, manifest, options.data, { isDryRun: true });
  return { ...files, lastCommit: null };
}

async function restoreAll(
  { backup, data: path, cluster: target, to }: RestoreOptions,
  manifest: Manifest,
  archive: ArchiveOptions | null,
  progress: ProgressView,
): Promise<Restored> {
  const data = await claimDataFolder(path);
  using _lock = await lockDataFolder(data);
  const { cluster } = manifest;
  if (cluster?.isEmbedded) await makeRoom(data);
  const files = await putFilesBack(backup, manifest, data.path, { isDryRun: false });
  if (cluster === null) return { ...files, lastCommit: null };
  const total = sizeOf({
    ...manifest,
    files: manifest.files.filter((file) => file.path.startsWith('cluster/')),
  });
  let copied = 0;
  const onCopied = (bytes: number): void => {
    copied += bytes;
    progress.update('restoring', copied, total);
  };
  if (target !== null) {
    const from = join(backup, 'cluster');
    await restoreGiven({ backup: from, target, archive: archive?.folder ?? null, until: to, onCopied });
    return { ...files, lastCommit: null };
  }
  // The check has asked for it.
  if (archive === null) return { ...files, lastCommit: null };
  const last = await restoreCluster({
    backup: join(backup, 'cluster'),
    firstSegment: cluster.firstSegment,
    dataDir: data.postgres,
    archive,
    until: to,
    logFile: join(data.logs, 'restore.log'),
    onCopied,
    onRecovery: () => progress.say(`Replaying the log of ${archive.folder} …`),
  });
  await rememberArchive(data, archive);
  return { ...files, lastCommit: last?.toISOString() ?? null };
}

/** The password of the cluster comes back with it. */
async function makeRoom({ postgres }: DataFolder): Promise<void> {
  if ((await clusterState(postgres)) === 'whole') {
    await rename(postgres, `${postgres}.replaced-${new Date().toISOString().replaceAll(':', '-')}`);
  }
  await rm(join(postgres, 'password'), { force: true });
}

function report(
  { backup, data, cluster, json, dryRun }: RestoreOptions,
  manifest: Manifest,
  done: Restored & { verifyMs: number; restoreMs: number },
): void {
  if (json) return void process.stdout.write(`${JSON.stringify({ backup, data, dryRun, ...done })}\n`);
  const { put, same, kept, lastCommit, verifyMs, restoreMs } = done;
  const verified = `${backup} is whole: ${manifest.files.length} files, ${megabytes(sizeOf(manifest))} (${seconds(verifyMs)}).`;
  const newer = kept.length === 0 ? '' : `, ${kept.length} that are there and differ stay as they are`;
  const files = `Files: ${put} ${dryRun ? 'would be put back' : 'put back'}, ${same} were there${newer}.`;
  const lines = dryRun
    ? [verified, files, 'This was a dry run: nothing was changed.']
    : [
        verified,
        files,
        ...(manifest.cluster?.isEmbedded
          ? [
              `Databases: restored in ${seconds(restoreMs)}; the last commit is of ${lastCommit ?? manifest.endedAt}.`,
            ]
          : []),
        cluster === null
          ? 'Start the system, and take a new backup.'
          : `Databases: put back into ${cluster} in ${seconds(restoreMs)}. Start PostgreSQL on it: it replays the log, and then serves. Then start the system, begin a new archive, and take a new backup.`,
      ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function sizeOf({ files }: Pick<Manifest, 'files'>): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
