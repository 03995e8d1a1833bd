import { join } from 'node:path';
import { type ArchiveOptions, type EmbeddedPostgres, startEmbeddedPostgres } from '@yiwang/postgres-server';
import type { DataFolder } from './data-folder.ts';
import { keepRunning } from './keep-running.ts';
import type { DatabaseServer } from './server.ts';
import { seconds, type Terminal } from './terminal.ts';

/** Milliseconds. */
const REPEAT_MS = 60_000;

/** Starts the embedded server and, when it dies, starts it again on the same port, until disposed. */
export async function runEmbeddedServer(
  data: DataFolder,
  terminal: Terminal,
  archive: ArchiveOptions | null,
): Promise<DatabaseServer> {
  const startedAt = performance.now();
  const start = (port?: number): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({
      dataDir: data.postgres,
      logFile: join(data.logs, 'postgres.log'),
      ...(port && { port }),
      ...(archive && { archive, onArchiveError: tellOnce(archive, terminal) }),
    });
  let server = await start();
  describeStart(server, data, performance.now() - startedAt, terminal);
  const { url, port } = server;
  const stopped = new AbortController();

  async function restart(): Promise<void> {
    // The same port: the departments know no other.
    server = await start(port);
    terminal.say('PostgreSQL runs again.');
  }

  function announce(reason: string, delayMs: number): void {
    terminal.say(`${reason} It is started again ${delayMs === 0 ? 'now' : `in ${delayMs / 1000} s`}.`);
  }

  const kept = keepRunning({ ended: () => server.exited, restart, announce }, stopped.signal);
  return {
    url,
    embedded: true,
    kill: () => server.kill(),
    async [Symbol.asyncDispose]() {
      stopped.abort();
      await server.stop();
      await kept;
      await server.stop(); // one that was just being started again
    },
  };
}

/** It is tried again twice a second: said when it begins to fail, and not again within a minute. */
function tellOnce({ folder, isSynchronous }: ArchiveOptions, terminal: Terminal): (error: unknown) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - saidAt < REPEAT_MS) return;
    saidAt = performance.now();
    const waits = isSynchronous ? ' Commits wait for it.' : '';
    terminal.say(`The archive ${folder} takes no log: ${(error as Error).message}.${waits}`);
  };
}

function describeStart(
  server: EmbeddedPostgres,
  data: DataFolder,
  milliseconds: number,
  terminal: Terminal,
): void {
  if (server.leftovers > 0) terminal.say('Ended a PostgreSQL that a former launcher had left behind.');
  if (server.movedTo) {
    terminal.say(
      `PostgreSQL refuses to run as root, and no other user reaches ${data.path}: the databases are in ${server.movedTo}.`,
    );
  }
  terminal.say(`PostgreSQL runs on port ${server.port} (${seconds(milliseconds)}).`);
}
