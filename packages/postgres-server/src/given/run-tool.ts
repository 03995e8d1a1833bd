import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parseServerUrl } from '../connect.ts';
import { PostgresError } from '../postgres-error.ts';
import { withoutLogin } from '../roles.ts';

/** PostgreSQL's own programs for servers that others run. They do not come with the embedded server. */
export type Tool = 'pg_basebackup' | 'pg_receivewal';

/** Where Debian has them, each version apart. */
const DEBIAN = '/usr/lib/postgresql';

/**
 * Starts a tool that logs in to a server. The password is in its environment, and so in no list of processes.
 *
 * @param url of the server, with a login that may replicate
 * @param name under which the tool signs in (`application_name`)
 * @throws PostgresError where the tool is not installed
 */
export async function startTool(
  tool: Tool,
  url: string,
  name: string,
  args: readonly string[],
): Promise<ChildProcess> {
  const { username, password } = parseServerUrl(url);
  const server = withoutLogin(url);
  server.pathname = '/';
  server.searchParams.set('application_name', name);
  server.searchParams.set('user', decodeURIComponent(username));
  const { PGPASSWORD: _own, ...env } = process.env;
  return spawn(await findTool(tool), [`--dbname=${server.href}`, '--no-password', ...args], {
    env: { ...env, ...(password && { PGPASSWORD: decodeURIComponent(password) }), LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a tool to its end. @throws PostgresError with what it said when it fails */
export async function runTool(tool: Tool, url: string, name: string, args: readonly string[]): Promise<void> {
  const child = await startTool(tool, url, name, args);
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new PostgresError(explainTool(tool, said));
}

/** What to do about it, by what the tool says. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /no pg_hba.conf entry|not permitted|must be superuser or replication/,
    ' Its login needs the attribute REPLICATION, and a line for "replication" in pg_hba.conf: docs/operations.md shows both.',
  ],
  [
    /incompatible server version/,
    ' Install the programs of the server’s version or a newer one. Where the server is saved by other means, --files-only saves the rest.',
  ],
  [
    /exceeds max_wal_senders/,
    ' The server allows no copies: set its max_wal_senders and wal_level = replica.',
  ],
];

/** Its last words, in one line. */
export function explainTool(tool: Tool, said: string): string {
  const lines = said.trim().split('\n');
  const error = lines.findLast((line) => line.includes('error:')) ?? lines.at(-1) ?? '';
  const [, hint = ''] = HINTS.find(([pattern]) => pattern.test(said)) ?? [];
  return `${tool} failed: ${error.replace(/^.*?error: /, '').trim()}.${hint}`;
}

/** Folders of the programs of Debian's versions, the newest first. */
export function debianFolders(): string[] {
  if (!existsSync(DEBIAN)) return [];
  const versions = readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one));
  return versions.map((version) => join(DEBIAN, version, 'bin'));
}

async function findTool(tool: Tool): Promise<string> {
  for (const folder of [...debianFolders(), ...(process.env['PATH'] ?? '').split(':')]) {
    const file = join(folder, tool);
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  throw new PostgresError(
    `${tool} is not installed. Install PostgreSQL’s client programs of the server’s version or a newer one (Debian: postgresql-client).`,
  );
}
