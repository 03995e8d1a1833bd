import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import { LaunchError } from './launch-error.ts';
import { lastLines, rotateLog } from './log-file.ts';
import { seconds, type Terminal } from './terminal.ts';

/** Of the portal's folder: all that its pages are made of. */
const SOURCES = [
  '{app,public}/**/*',
  '*.{ts,json}',
  '../client/package.json',
  '../client/src/**/*',
  '../../package-lock.json',
];
const HASH_FILE = 'dist/sources.sha256';

/**
 * Builds the pages of the portal, unless they are those of its sources already.
 *
 * @param directory of the portal
 * @throws LaunchError with the last lines of the build, when it fails
 */
export async function buildPages(
  directory: string,
  logs: Pick<DataFolder, 'logs'>,
  signal: AbortSignal,
  terminal: Pick<Terminal, 'say'>,
): Promise<void> {
  const hash = await hashSources(directory);
  const built = await readFile(join(directory, HASH_FILE), 'utf8').catch(() => '');
  if (built === hash) return;
  const startedAt = performance.now();
  terminal.say('Building the pages of the portal …');
  const logFile = await rotateLog(logs, 'portal.build');
  // As the script `build` of its package.json.
  await run(directory, [builderOf(directory), 'build'], logFile, signal);
  await run(directory, ['server/compress-assets.ts'], logFile, signal);
  // Last: what is half done is done again.
  await writeFile(join(directory, HASH_FILE), hash);
  terminal.say(`  portal       pages built in ${seconds(performance.now() - startedAt)}`);
}

async function hashSources(directory: string): Promise<string> {
  const hash = createHash('sha256');
  const files: string[] = [];
  for await (const entry of glob(SOURCES, { cwd: directory, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  for (const file of files.sort())
    hash.update(`${file.slice(directory.length)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

async function run(
  directory: string,
  command: readonly string[],
  logFile: string,
  signal: AbortSignal,
): Promise<void> {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(process.execPath, command, {
      cwd: directory,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', log, log],
      signal,
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code === 0) return;
  } catch (cause) {
    signal.throwIfAborted();
    throw new LaunchError(`The pages of the portal cannot be built: ${(cause as Error).message}`, { cause });
  } finally {
    closeSync(log);
  }
  const lines = await lastLines(logFile, 15);
  throw new LaunchError(
    [
      `The pages of the portal could not be built; --no-portal starts without them. The last lines of ${logFile}:`,
      ...lines,
    ].join('\n  '),
  );
}

function builderOf(directory: string): string {
  const { resolve } = createRequire(join(directory, 'package.json'));
  return join(dirname(resolve('@react-router/dev/package.json')), 'bin.cjs');
}
