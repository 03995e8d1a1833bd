import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseHost } from '../system/databases.ts';
import { failOver, startStandby } from '../system/standby.ts';
import type { Fault } from './fault.ts';

/** Faults of PostgreSQL's server. The fail-over comes last: what follows would be done to a host that is no longer asked. */
export const POSTGRES_FAULTS: readonly Fault[] = [
  {
    name: 'kill-postgres',
    title: 'kill -9 of PostgreSQL',
    async begin({ database }) {
      process.kill(await postmasterOf(database), 'SIGKILL');
      return null;
    },
  },
  {
    name: 'restart-postgres',
    title: 'PostgreSQL is restarted',
    async begin({ database }) {
      process.kill(await postmasterOf(database), 'SIGINT');
      return null;
    },
  },
  {
    name: 'fail-over',
    title: 'the host of PostgreSQL is cut off, and its standby promoted 3 s later',
    prepare: startStandby,
    async begin(system) {
      await failOver(system);
      return null;
    },
  },
];

/** The first process of a server. */
export async function postmasterOf({ folder }: DatabaseHost): Promise<number> {
  const text = await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8');
  return Number.parseInt(text, 10);
}
