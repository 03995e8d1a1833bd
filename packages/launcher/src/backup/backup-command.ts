import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkServer, clusterState, findRunningPostgres, lockDirectory } from '@yiwang/postgres-server';
import { Command, InvalidArgumentError } from 'commander';
import { readArchiveSetting } from '../system/archive-setting.ts';
import { claimDataFolder, type DataFolder, lockDataFolder } from '../system/data-folder.ts';
import { backupServerUrl } from '../system/database-server.ts';
import { runEmbeddedServer } from '../system/embedded-server.ts';
import { LaunchError } from '../system/launch-error.ts';
import { dataOption, resolvePath } from '../system/options.ts';
import { createProgressView } from '../system/progress-view.ts';
import { runCommand } from '../system/run-command.ts';
import { findRunningSystem } from '../system/running-system.ts';
import { createTerminal, seconds, type Terminal } from '../system/terminal.ts';
import { measureSource } from './measure-source.ts';
import { prune } from './prune.ts';
import { type Backup, type BackupSource, takeBackup } from './take-backup.ts';

interface BackupOptions {
  /** Of all backups; absolute. */
  folder: string;
  data: string;
  /** How many backups stay; null for all. */
  keep: number | null;
  /** Of the log of a server of others; null for the one that the data folder names, or none. */
  archive: string | null;
  filesOnly: boolean;
  dryRun: boolean;
  json: boolean;
}

function readOptions(args: readonly string[]): BackupOptions {
  const command = new Command('yiwang backup')
    .description(
      'Saves all of a system, while it runs: the databases, keys, journals of accesses and the files that people have sent.',
    )
    .argument('<folder>', 'of all backups; each gets a folder of its own in it')
    .addOption(dataOption('data folder of the system'))
    .option(
      '--keep <n>',
      'removes all but the newest n backups, and what the archive has from before them',
      readCount,
    )
    .option(
      '--archive <dir>',
      'with --keep: the archive of yiwang archive, of which what older backups needed is removed',
      resolvePath,
    )
    .option('--files-only', 'no databases: they are saved by other means', false)
    .option('--dry-run', 'says what would be saved, and saves nothing', false)
    .option('--json', 'answers in JSON', false)
    .addHelpText(
      'after',
      '\nDatabases on a server of your own are copied over the network by pg_basebackup, with the login of BACKUP_DATABASE_URL, else of DATABASE_URL, which must be allowed to replicate.\nA backup holds private keys and the data of people: encrypt the disk that it is on. docs/operations.md says how often to take one.',
    )
    .allowExcessArguments(false)
    .parse(args, { from: 'user' });
  const { data, keep = null, archive = null, filesOnly, dryRun, json } = command.opts();
  return { folder: resolvePath(command.args[0]!), data, keep, archive, filesOnly, dryRun, json };
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 9999.');
}

/** `yiwang backup`. */
export async function backupCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  await runCommand(() => backup(options));
  process.exit();
}

async function backup(options: BackupOptions): Promise<number> {
  const terminal = createTerminal(process.stderr);
  await requireSystem(options.data);
  const data = await claimDataFolder(options.data);
  if (options.folder === data.path || options.folder.startsWith(`${data.path}/`))
    throw new LaunchError(
      `${options.folder} is in the data folder, and would be lost with it. Name another disk.`,
    );
  await using undo = new AsyncDisposableStack();
  const server = options.filesOnly ? null : await serverOf(data, terminal, undo);
  const source = { data, server };
  const total = await measureSource(source);
  if (options.dryRun) {
    answer(
      options,
      { bytes: total, dryRun: true },
      `${megabytes(total)} would be saved to ${options.folder}.`,
    );
    return 0;
  }
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(options.folder);
  if (!lock) throw new LaunchError(`Another backup is being taken to ${options.folder}.`);
  undo.defer(() => lock.release());

  const startedAt = performance.now();
  const progress = createProgressView(terminal);
  let done = 0;
  const taken = await takeBackup(source, options.folder, (bytes) => {
    done += bytes;
    progress.update('saving', Math.min(done, total), total);
  }).finally(() => progress.close());
  const removed = options.keep === null ? null : await pruneAll(options, options.keep, data);
  report(options, taken, performance.now() - startedAt, removed);
  return 0;
}

async function pruneAll({ folder, archive }: BackupOptions, keep: number, data: DataFolder) {
  return prune(folder, keep, archive ?? (await readArchiveSetting(data))?.folder ?? null);
}

/** Nothing is made where there is no system. */
async function requireSystem(path: string): Promise<void> {
  if (await stat(join(path, '.yiwang')).catch(() => null)) return;
  throw new LaunchError(`There is no system in ${path}. Name its data folder with --data.`);
}

/** The server of others, or the embedded one of the data folder, started for the backup alone where the system is stopped. */
async function serverOf(
  data: DataFolder,
  terminal: Terminal,
  undo: AsyncDisposableStack,
): Promise<NonNullable<BackupSource['server']>> {
  const running = await findRunningSystem(data);
  // A system that runs knows best where its databases are, but no login that may copy them.
  if (!running || running.databaseServer !== null) {
    const url = backupServerUrl();
    if (url !== null) return { url, isEmbedded: false };
  }
  if (running?.databaseServer) {
    throw new LaunchError(
      `The databases are at ${new URL(running.databaseServer).host}: set BACKUP_DATABASE_URL to a login there that may replicate, or save the rest with --files-only (docs/operations.md).`,
    );
  }
  const url = await findRunningPostgres(data.postgres);
  if (url !== null) return { url, isEmbedded: true };
  if ((await clusterState(data.postgres)) !== 'whole')
    throw new LaunchError(`There are no databases in ${data.postgres}, and none are made for a backup.`);
  undo.use(await lockDataFolder(data));
  const server = undo.use(await runEmbeddedServer(data, terminal, await readArchiveSetting(data)));
  await checkServer(server.url);
  return { url: server.url, isEmbedded: true };
}

function report(
  options: BackupOptions,
  { path, manifest }: Backup,
  milliseconds: number,
  removed: { backups: number; segments: number } | null,
): void {
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const lines = [
    `Saved ${manifest.files.length} files, ${megabytes(bytes)}, to ${path} (${seconds(milliseconds)}).`,
    ...(removed
      ? [`Removed ${removed.backups} older backups, and ${removed.segments} segments of the archive.`]
      : []),
    `Restore it with: yiwang restore ${path}`,
  ];
  answer(options, { path, bytes, files: manifest.files.length, milliseconds, removed }, lines.join('\n'));
}

function answer({ json }: BackupOptions, value: object, words: string): void {
  process.stdout.write(`${json ? JSON.stringify(value) : words}\n`);
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
