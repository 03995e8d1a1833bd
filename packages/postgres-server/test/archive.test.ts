import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import {
  type EmbeddedPostgres,
  restoreCluster,
  startEmbeddedPostgres,
  takeBaseBackup,
} from '../src/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SLOW_MS = 180_000;

interface Place {
  dataDir: string;
  archive: { folder: string; isSynchronous: boolean };
  backup: string;
}

async function choosePlace(): Promise<Place> {
  return {
    dataDir: await temporaryFolder(),
    archive: { folder: await temporaryFolder(), isSynchronous: true },
    backup: join(await temporaryFolder(), 'backup'),
  };
}

const start = ({ dataDir, archive }: Place): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, archive });

function restore(place: Place, firstSegment: string, until: Date | null = null): Promise<Date | null> {
  const { dataDir, archive, backup } = place;
  return restoreCluster({
    dataDir,
    archive,
    backup,
    firstSegment,
    until,
    logFile: join(dataDir, 'restore.log'),
  });
}

async function query(server: EmbeddedPostgres, statement: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

test(
  'a cluster is restored as it was at a moment, and one that is there is not overwritten',
  { timeout: SLOW_MS },
  async () => {
    const place = await choosePlace();
    let server = await start(place);
    await query(server, 'create table notes (text text)');
    const { firstSegment } = await takeBaseBackup(server.url, place.dataDir, place.backup);
    await query(server, "insert into notes values ('kept')");
    // Milliseconds apart from both, as finely as a Date tells time.
    const [found] = await query(server, 'select pg_sleep(0.01), clock_timestamp() as moment, pg_sleep(0.01)');
    const moment = found!['moment'] as Date;
    await query(server, "insert into notes values ('too late')");
    await server.stop();

    await expect(restore(place, firstSegment, moment)).rejects.toThrow(
      'holds databases, which are not overwritten',
    );
    await rm(join(place.dataDir, 'cluster'), { recursive: true });
    await expect(restore(place, 'FFFFFFFF0000000000000001', moment)).rejects.toThrow('has no segment');
    // What a restore that was killed has left: it is begun anew.
    await mkdir(join(place.dataDir, 'cluster'));
    for (const name of ['recovery.signal', 'PG_VERSION'])
      await writeFile(join(place.dataDir, 'cluster', name), '');
    await restore(place, firstSegment, moment);
    server = await start(place);
    try {
      expect(await query(server, 'select text from notes')).toEqual([{ text: 'kept' }]);
    } finally {
      await server.stop();
    }
  },
);

test('without an archive there is no backup of a server that runs', { timeout: SLOW_MS }, async () => {
  const { dataDir, backup } = await choosePlace();
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    await expect(takeBaseBackup(server.url, dataDir, backup)).rejects.toThrow(
      'Start the system with --archive',
    );
  } finally {
    await server.stop();
  }
});
