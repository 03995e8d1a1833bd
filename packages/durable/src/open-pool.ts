import { Socket } from 'node:net';
import { Pool } from 'pg';

/** Connections of the library, besides the one that holds the lock. */
const CONNECTIONS = 6;
/** Milliseconds after which the server gives up a statement of the library, which are all short. */
export const STATEMENT_MS = 30_000;
/** A connection on which nothing comes for longer has lost its other end. Idle ones are closed before. */
export const SILENCE_MS = STATEMENT_MS + 3000;
const CONNECT_MS = 5000;

/**
 * Opens the connections of the library. Left to itself, it waits a quarter of an hour for a server whose host was cut off, as when another one has
 * taken its place, and no saga goes on.
 */
export function openPool(connectionString: string, onError: (error: unknown) => void): Pool {
  const pool = new Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    stream: () => silenced(new Socket()),
  });
  pool.on('error', onError);
  return pool;
}

function silenced(socket: Socket): Socket {
  const lost = Object.assign(new Error('PostgreSQL does not answer any more.'), { code: 'ETIMEDOUT' });
  return socket.setTimeout(SILENCE_MS, () => socket.destroy(lost));
}
