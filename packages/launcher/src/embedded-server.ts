import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@yiwang/postgres-server';
import { createBackOff } from './back-off.ts';
import type { DataFolder } from './data-folder.ts';
import type { DatabaseServer } from './server.ts';
import { seconds, type Terminal } from './terminal.ts';

/** Starts the embedded server and, when it dies, starts it again on the same port, until disposed. */
export async function runEmbeddedServer(data: DataFolder, terminal: Terminal): Promise<DatabaseServer> {
  const startedAt = performance.now();
  let server = await start(data);
  describeStart(server, data, performance.now() - startedAt, terminal);
  const { url, port } = server;
  const stopped = new AbortController();

  async function keepAlive(): Promise<void> {
    const backOff = createBackOff();
    while (!stopped.signal.aborted) {
      const aliveSince = Date.now();
      const reason = await server.exited;
      if (stopped.signal.aborted) return;
      await startAgain(reason, backOff.after(Date.now() - aliveSince));
    }
  }

  async function startAgain(reason: string, delayMs: number): Promise<void> {
    terminal.say(`${reason} It is started again ${delayMs === 0 ? 'now' : `in ${delayMs / 1000} s`}.`);
    await sleep(delayMs, undefined, { signal: stopped.signal }).catch(() => {});
    try {
      // The same port: the departments know no other.
      server = await start(data, port);
      terminal.say('PostgreSQL runs again.');
    } catch (error) {
      server = { ...server, exited: Promise.resolve((error as Error).message) };
    }
  }

  const kept = keepAlive();
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
