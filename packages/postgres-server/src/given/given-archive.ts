import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { RECEIVER, segmentsOf } from '../archive/archive-folder.ts';
import { parseServerUrl, withConnection } from '../connect.ts';
import { explainConnectionError } from '../explain-connection-error.ts';
import { PostgresError } from '../postgres-error.ts';
import { explainTool, runTool, startTool } from './run-tool.ts';

/** What is known of the server when its log begins to arrive. */
export interface GivenArchive {
  /** Whether its commits wait for this archive (`synchronous_standby_names`); null where the login may not see it. */
  isAwaited: boolean | null;
  /** Resolves when the receiver ended, which it does only when it is stopped or cannot go on. */
  ended: Promise<void>;
}

/**
 * Receives the write-ahead log of a server that others run, as it is written, until stopped: `pg_receivewal --synchronous`. A replication
 * slot keeps what has not arrived, so that nothing is missing after the receiver, its disk or the network was away.
 *
 * @param folder of the archive, made when absent
 * @param onTrouble told what it says when it waits for the server
 * @throws PostgresError when the server cannot be reached, or it is the archive of another one
 */
export async function receiveGivenLog(
  url: string,
  folder: string,
  onTrouble: (words: string) => void,
  signal: AbortSignal,
): Promise<GivenArchive> {
  const segments = segmentsOf(folder);
  await mkdir(segments, { recursive: true, mode: 0o700 });
  const system = await identify(url);
  await claimFor(system, folder);
  await runTool('pg_receivewal', url, RECEIVER, [`--slot=${RECEIVER}`, '--create-slot', '--if-not-exists']);
  const child = await startTool('pg_receivewal', url, RECEIVER, [
    ...[`--directory=${segments}`, `--slot=${RECEIVER}`, '--synchronous'],
  ]);
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4000);
    onTrouble(String(chunk).trim());
  });
  const stop = (): void => void child.kill('SIGINT');
  signal.addEventListener('abort', stop, { once: true });
  const ended = once(child, 'close').then(([code]) => {
    signal.removeEventListener('abort', stop);
    if (code !== 0 && !signal.aborted) throw new PostgresError(explainTool('pg_receivewal', said));
  });
  ended.catch(() => {}); // A later await still gets the error.
  return { isAwaited: await isAwaited(url), ended };
}

/** `system_identifier` of the server, as those who replicate may ask for it. */
async function identify(url: string): Promise<string> {
  parseServerUrl(url);
  const sql = postgres(url, {
    max: 1,
    fetch_types: false,
    prepare: false,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: RECEIVER, replication: 'true' },
  });
  try {
    const [row] = await sql.unsafe('IDENTIFY_SYSTEM');
    return String(row!['systemid']);
  } catch (error) {
    throw explainConnectionError(error, url) ?? error;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

async function isAwaited(url: string): Promise<boolean | null> {
  try {
    return await withConnection(url, async (sql) => {
      const [row] = await sql`select current_setting('synchronous_standby_names') as names`;
      return String(row!['names']).includes(RECEIVER);
    });
  } catch {
    return null;
  }
}

/** Two servers give different segments the same names. */
async function claimFor(system: string, folder: string): Promise<void> {
  const file = join(folder, 'system');
  const owner = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (owner === system) return;
  if (owner !== '')
    throw new PostgresError(
      `${folder} is the archive of another server, or of this one before it was restored. Name a new folder, and keep that one as long as its backups.`,
    );
  await writeFile(file, `${system}\n`, { mode: 0o600, flush: true });
}
