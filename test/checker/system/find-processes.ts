import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalSystem } from '@yiwang/cli/local-system';

/** A process of a system. */
export interface SystemProcess {
  /** `gateway`, `postgres`, `postgres backend`, or the name of a department. */
  name: string;
  pid: number;
}

/** The name of the processes in which PostgreSQL serves a connection, writes its log, and so on. */
export const BACKEND = 'postgres backend';

const DEPARTMENT = /\/subgraphs\/([^/\0]+)\/src\/main\.ts\0/;
const GATEWAY = /\/gateway\/src\/main\.ts\0/;

/**
 * The processes of one `npm start` with an embedded server, but for its launcher. One that is just being started again is not
 * among them. Linux only.
 */
export async function findProcesses({ pid, data }: LocalSystem): Promise<SystemProcess[]> {
  const [all, postmaster] = await Promise.all([listProcesses(), postmasterOf(data)]);
  return all.flatMap((process): SystemProcess[] => {
    if (process.parent === pid) {
      const [, department] = DEPARTMENT.exec(process.command) ?? [];
      const name = department ?? (GATEWAY.test(process.command) ? 'gateway' : null);
      if (name) return [{ name, pid: process.pid }];
    }
    if (process.pid === postmaster) return [{ name: 'postgres', pid: process.pid }];
    return process.parent === postmaster ? [{ name: BACKEND, pid: process.pid }] : [];
  });
}

/** Null while the server is away. */
async function postmasterOf(data: string): Promise<number | null> {
  const postgres = join(data, 'postgres');
  const moved = await readFile(join(postgres, 'moved-to'), 'utf8').catch(() => '');
  const text = await readFile(join(moved.trim() || postgres, 'cluster/postmaster.pid'), 'utf8').catch(
    () => '',
  );
  return Number.parseInt(text, 10) || null;
}

interface ListedProcess {
  pid: number;
  parent: number;
  command: string;
}

async function listProcesses(): Promise<ListedProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const listed = await Promise.all(
    pids.map(async (pid) => {
      const [stat, command] = await Promise.all(
        ['stat', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => null)),
      );
      // It ended meanwhile, or is dead and not buried.
      if (!stat || !command) return null;
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return { pid: Number(pid), parent: Number(parent), command };
    }),
  );
  return listed.filter((process) => process !== null);
}
