import { type Lease, takeLease } from '@yiwang/postgres-server';
import type { SystemDefinition } from './system.ts';

/** Milliseconds that a system that was just stopped, or killed, gets to let go. */
const WAIT_MS = 3000;
/** Of a path, as much as the name of a session has room for. */
const MAX_PATH = 24;

/**
 * Takes the databases of a system on a server for this process alone. The embedded server needs none: its data folder is
 * locked.
 *
 * @throws PostgresError that says who has them
 */
export function leaseServer(
  serverUrl: string,
  { departments, registry }: SystemDefinition,
  dataPath: string,
): Promise<Lease> {
  const { database } = departments.find(({ name }) => name === registry)!;
  const path = dataPath.length > MAX_PATH ? `...${dataPath.slice(-MAX_PATH)}` : dataPath;
  return takeLease(serverUrl, database, path, WAIT_MS);
}
