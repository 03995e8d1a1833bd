import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Hosts } from '../network/hosts.ts';
import { HostProcess } from './host-process.ts';

const PROGRAM = join(import.meta.dirname, 'postgres-host.ts');
const HBA = ['host all all 0.0.0.0/0 scram-sha-256', 'host replication all 0.0.0.0/0 scram-sha-256', ''];

export interface DatabaseHost extends AsyncDisposable {
  process: HostProcess;
  /** Its folder, on a disk of its own. */
  folder: string;
  /** As its superuser, from any host. */
  url: string;
}

/**
 * Starts PostgreSQL on a host, and returns when it answers.
 *
 * @param folder with the password, when it holds a copy of another server
 * @param primary connection of the server that it follows
 */
export async function startDatabase(
  hosts: Hosts,
  { host, folder, logFile, primary }: { host: string; folder: string; logFile: string; primary?: string },
): Promise<DatabaseHost> {
  const hba = join(folder, 'hba.conf');
  await writeFile(hba, HBA.join('\n'));
  const command = [process.execPath, PROGRAM, folder, hba, ...(primary ? [primary] : [])];
  const server = new HostProcess(hosts, { host, command, env: {}, logFile });
  for (;;) {
    const password = await readFile(join(folder, 'password'), 'utf8').catch(() => null);
    const url = `postgres://postgres:${password?.trim()}@${host}:5432/postgres`;
    if (password !== null && (await answers(url)))
      return { process: server, folder, url, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
    await sleep(100);
  }
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  return sql`select 1`
    .then(
      () => true,
      () => false,
    )
    .finally(() => sql.end({ timeout: 1 }));
}
