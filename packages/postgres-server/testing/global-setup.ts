import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this run, as its superuser. */
    serverUrl: string;
    /** Whether the server goes with the run, so that databases may be left in it. */
    isServerTemporary: boolean;
  }
}

/** A server that is there already, for several runs at once. Not DATABASE_URL, which programs that tests start would take for theirs. */
const GIVEN = 'TEST_SERVER_URL';

/** One PostgreSQL server for the whole run: one that is given, or an embedded one that goes with the run. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env[GIVEN] ?? process.env['DATABASE_URL'];
  project.provide('isServerTemporary', given === undefined || given === process.env[GIVEN]);
  if (given) {
    project.provide('serverUrl', given);
    return undefined;
  }
  const { url, stop } = await startTestServer();
  project.provide('serverUrl', url);
  return stop;
}

/** An embedded server over a folder that goes with it. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yiwang-test-'));
  const server = await startEmbeddedPostgres({ dataDir });
  await forgetDurability(server.url);
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What tests write may be lost with the machine: dropping a database is three times as fast. */
async function forgetDurability(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    await sql`alter system set ${sql(setting)} = off`;
  }
  await sql`select pg_reload_conf()`;
  await sql.end();
}
