import { release } from 'node:os';

/** Linux reports failed writes to whoever calls syncfs since 5.8. */
const RELIABLE_SYNCFS = [5, 8] as const;

/**
 * How a server that was killed makes sure that what it wrote before is on disk, before it recovers: by one call for the file system,
 * or by one for each of some 4,000 files, which takes a second, and several on a busy disk.
 *
 * @param kernel version of the kernel, as `uname -r` says it
 */
export function chooseSyncMethod(platform: NodeJS.Platform, kernel: string): 'syncfs' | 'fsync' {
  const [major = 0, minor = 0] = kernel.split('.').map((part) => Number.parseInt(part, 10));
  const [least, leastMinor] = RELIABLE_SYNCFS;
  const isReliable = major > least || (major === least && minor >= leastMinor);
  return platform === 'linux' && isReliable ? 'syncfs' : 'fsync';
}

/**
 * Settings of the embedded server, beside address and port. They are given at each start, so a
 * change here reaches clusters that exist. fsync and synchronous_commit keep their default, on:
 * what was committed survives `kill -9` and a power cut.
 */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  // Loopback TCP only: a socket file would need a folder that both users reach.
  unix_socket_directories: '',
  listen_addresses: '127.0.0.1',
  timezone: 'UTC',

  // Small at rest: six departments and a gateway share the machine.
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',

  // Good for loading a million enterprises at once: few checkpoints, small log.
  wal_compression: 'on',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  recovery_init_sync_method: chooseSyncMethod(process.platform, release()),
  // No replicas: a COPY into a table emptied in the same transaction then needs no log.
  wal_level: 'minimal',
  max_wal_senders: '0',

  // Our data sets fit the caches of solid disks; the default of 4 is for spinning ones.
  random_page_cost: '1.1',
  jit: 'off',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %q%d ',
};

/** As command-line arguments of `postgres`. */
export function settingArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
