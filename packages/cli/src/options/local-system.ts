import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePath } from '../shared/files.ts';

/** What a running `npm start` tells other programs of this machine, in its data folder, for its own user only. */
export interface LocalSystem {
  /** Process of the launcher. */
  pid: number;
  /** The data folder; absolute. */
  data: string;
  /** Address of the gateway, without a path. */
  gateway: string;
  /** Address of the registry's GraphQL, which the gateway serves. */
  registry: string;
  /** Address of the portal, without a path; null when none runs. */
  portal: string | null;
  /** Addresses of the metrics by service; empty when there are none. */
  metrics: Record<string, string>;
  /** In the order of their ports. `examples` is a folder of operations for the playground of the department. */
  departments: { name: string; url: string; examples: string }[];
  /** Files of private keys. */
  keys: { issuer: string; operator: string; gateway: string; departments: Record<string, string> };
  /** The server of the databases without a login; null when it is embedded. */
  databaseServer: string | null;
}

/** File of the data folder, present while a system runs. */
export const LOCAL_SYSTEM_FILE = 'running.json';

/** Where `npm start` keeps everything unless it is told otherwise. */
const DEFAULT_DATA = join(import.meta.dirname, '../../../../.data');

/** @param data as `--data` names it; the default folder when left out */
export function dataFolderOf(data: string | undefined): string {
  return data === undefined ? DEFAULT_DATA : resolvePath(data);
}

/** The system that runs on a data folder; null when none does, or it is another user's. */
export function findLocalSystem(data: string | undefined): LocalSystem | null {
  try {
    const system = JSON.parse(
      readFileSync(join(dataFolderOf(data), LOCAL_SYSTEM_FILE), 'utf8'),
    ) as LocalSystem;
    // A launcher that was killed leaves its file behind.
    return isAlive(system.pid) ? system : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
