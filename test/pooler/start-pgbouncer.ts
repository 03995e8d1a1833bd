import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPorts } from '@yiwang/testing';

/** Sessions that it lends, fewer than clients use at once. */
const SESSIONS = 2;
/** It refuses to run as root, and writes nothing. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** A PgBouncer in transaction mode before a database. */
export interface Pooler extends AsyncDisposable {
  /** The database through it. */
  url: string;
}

/** @param databaseUrl with the login that its sessions have */
export async function startPgBouncer(databaseUrl: string): Promise<Pooler> {
  const port = await findPorts(1);
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-pgbouncer-'));
  await chmod(folder, 0o755);
  const { hostname, port: serverPort, pathname, username, password } = new URL(databaseUrl);
  const name = pathname.slice(1);
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(
    file,
    `[databases]
${name} = host=${hostname} port=${serverPort} dbname=${name} user=${username} password=${decodeURIComponent(password)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${SESSIONS}
`,
  );
  const child = spawn('pgbouncer', [file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(process.getuid?.() === 0 && NOBODY),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  while (!said.includes('process up')) {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended:\n${said}`);
    await sleep(20);
  }
  return {
    url: `postgres://${username}@127.0.0.1:${port}/${name}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}
