import { chown, copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takeBaseBackup } from '../src/index.ts';

/** Settings of a server that standbys follow, and of the standbys. Copying it needs the archive mode, and no archive. */
export const REPLICATED: Readonly<Record<string, string>> = {
  wal_level: 'replica',
  max_wal_senders: '4',
  wal_keep_size: '256MB',
  archive_mode: 'on',
  archive_command: '/bin/true',
  // One that is cut off is noticed.
  wal_sender_timeout: '5s',
  wal_receiver_timeout: '5s',
};

/** Settings of a standby, besides {@link REPLICATED}. */
export function following(primaryUrl: string): Readonly<Record<string, string>> {
  const { hostname, port, username, password } = new URL(primaryUrl);
  const primary = {
    host: hostname,
    port,
    user: username,
    password,
    application_name: 'standby',
    connect_timeout: '2',
  };
  const words = Object.entries(primary).map(([name, value]) => `${name}=${value}`);
  return { primary_conninfo: words.join(' ') };
}

/**
 * Copies a server that runs into a folder, from which a standby starts. It is what pg_basebackup does, which does not come with the embedded server.
 *
 * @param dataDir of the server, which runs with {@link REPLICATED}
 * @param folder of the standby; holds no cluster yet
 */
export async function copyForStandby(url: string, dataDir: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await copyFile(join(dataDir, 'password'), join(folder, 'password'));
  const cluster = join(folder, 'cluster');
  await takeBaseBackup(url, dataDir, cluster);
  await writeFile(join(cluster, 'standby.signal'), '');
  const { uid, gid } = await stat(join(dataDir, 'cluster'));
  if (process.getuid?.() !== 0) return;
  await chown(cluster, uid, gid);
  for (const entry of await readdir(cluster, { recursive: true, withFileTypes: true }))
    await chown(join(entry.parentPath, entry.name), uid, gid);
}
