import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@yiwang/postgres-server';
import type { DataFolder } from './data-folder.ts';
import { keepRunning } from './keep-running.ts';
import type { DatabaseServer } from './server.ts';
import { seconds, type Terminal } from './terminal.ts';

/** Starts the embedded server and, when it dies, starts it again on the same port, until disposed. */
export async function runEmbeddedServer(data: DataFolder, terminal: Terminal): Promise<DatabaseServer> {
  const startedAt = performance.now();
  let server = await start(data);
  describeStart(server, data, performance.now() - startedAt, terminal);
  const { url, port } = server;
  const stopped = new AbortController();

  async function restart(): Promise<void> {
    // The same port: the departments know no other.
    server = await start(data, port);
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

function start({ postgres, logs }: DataFolder, port?: number): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir: postgres,
    logFile: join(logs, 'postgres.log'),
    ...(port && { port }),
  });
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
