import { mkdir, readdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChaosSystem } from '../system/chaos-system.ts';
import { fillDisk, freeDisk } from '../system/disks.ts';
import { postmasterOf } from './postgres-faults.ts';
import type { Fault } from './fault.ts';

const FULL: readonly (Pick<Fault, 'name' | 'title' | 'breaksOff'> & { folder: string })[] = [
  { name: 'disk-postgres', title: 'the disk of PostgreSQL is full', folder: 'postgres' },
  {
    name: 'disk-access-log',
    title: 'the disk of the gateway’s access log is full',
    folder: 'access-log',
    // It cannot write down what departments have answered, and refuses it.
    breaksOff: 'gateway',
  },
  {
    name: 'disk-department-log',
    title: 'the disk of the access log of permits is full',
    folder: 'department-logs/permits',
  },
  {
    name: 'disk-materials',
    title: 'the disk of the files of permits is full',
    folder: 'materials/permits',
  },
];

/** cgroup v1, where this machine has it: its limits hold for writes that are waited for, as those of the log are. */
const THROTTLES = '/sys/fs/cgroup/blkio';
const SLOW_BYTES_PER_SECOND = 150_000;

/** Faults of disks: full, and slow. */
export const DISK_FAULTS: readonly Fault[] = [
  ...FULL.map(({ folder, ...fault }): Fault => ({
    ...fault,
    async begin({ data }) {
      await fillDisk(join(data, folder));
      return () => freeDisk(join(data, folder));
    },
  })),
  {
    name: 'slow-disk-postgres',
    title: `the disk of PostgreSQL writes ${SLOW_BYTES_PER_SECOND / 1000} kB/s`,
    needsRealDisk: true,
    begin: slowDown,
  },
];

async function slowDown(system: ChaosSystem): Promise<() => Promise<void>> {
  const { dev } = await stat(system.database.folder);
  const device = `${(dev >> 8) & 0xfff}:${(dev & 0xff) | ((dev >> 12) & 0xfff00)}`;
  const group = join(THROTTLES, `yiwang-chaos-${process.pid}`);
  await mkdir(group, { recursive: true });
  await writeFile(join(group, 'blkio.throttle.write_bps_device'), `${device} ${SLOW_BYTES_PER_SECOND}`);
  // Those that are begun later are in the group of the one that begins them.
  for (const pid of await processesOf(system)) await moveTo(group, pid);
  return async () => {
    const pids = (await readFile(join(group, 'cgroup.procs'), 'utf8')).split('\n').filter(Boolean);
    for (const pid of pids) await moveTo(THROTTLES, Number(pid));
    await rmdir(group);
  };
}

async function processesOf({ database }: ChaosSystem): Promise<number[]> {
  const postmaster = await postmasterOf(database);
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const parents = await Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const));
  return [postmaster, ...parents.filter(([, parent]) => parent === postmaster).map(([pid]) => pid)];
}

async function parentOf(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) || null;
}

/** One that has ended meanwhile needs no move. */
function moveTo(group: string, pid: number): Promise<void> {
  return writeFile(join(group, 'cgroup.procs'), String(pid)).catch(() => {});
}
