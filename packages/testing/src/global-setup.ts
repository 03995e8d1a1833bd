import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@yiwang/postgres-server';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this run, as its superuser. */
    serverUrl: string;
  }
}

/** One PostgreSQL server for the whole run: the one that DATABASE_URL names, or an embedded one that goes with the run. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    project.provide('serverUrl', given);
    return undefined;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'yiwang-test-'));
  const server = await startEmbeddedPostgres({ dataDir });
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
