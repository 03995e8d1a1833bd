import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { expect, test } from 'vitest';
import { openSagaDatabase } from './database.ts';
import { seededRandom } from './seeded-random.ts';
import { startRunsElsewhere } from './starter.ts';
import { startWorker } from './workers.ts';

const RUNS = 40;
const KILLS = 8;
/** Generous: the aim is 5 s, on a machine that has time. */
const MAX_SECONDS = 15;

test('sagas whose processes are killed at random all end, repeat no step that was stored, and go on soon', async () => {
  const random = seededRandom(process.env['DURABLE_SEED']);
  await using database = await openSagaDatabase();
  const { sql, url } = database;
  const workers = await Promise.all([startWorker(url), startWorker(url), startWorker(url)]);
  const script = { steps: ['a', 'b', 'c', 'd'], ms: 250 };
  const kills: { pid: number; at: Date }[] = [];
  let started = 0;
  for (let i = 0; i < KILLS; i++) {
    const ids = Array.from({ length: RUNS / KILLS }, () => `run-${started++}`);
    await startRunsElsewhere(sql, ids, script);
    await sleep(random() * 500);
    const slot = await chooseBusy(sql, workers, random);
    const { pid } = workers[slot]!;
    const [row] = await sql<{ at: Date }[]>`select clock_timestamp() as at`;
    kills.push({ pid, at: row!.at });
    workers[slot]!.kill('SIGKILL');
    workers[slot] = await startWorker(url);
  }
  await expect
    .poll(async () => (await sql`select count(*)::int as n from finished`)[0]!['n'], { message: random.seed })
    .toBe(RUNS);

  const repeated = await sql`
    with ends as (select run, step, min(id) as first from calls group by run, step)
    select c.run, c.step from calls c
    join ends e on e.run = c.run and e.step > c.step and e.first < c.id`;
  expect(repeated, `repeated after it was stored, ${random.seed}`).toEqual([]);

  let interrupted = 0;
  let most = 0;
  for (const { pid, at } of kills) {
    const waits = await sql<{ seconds: number }[]>`
      select extract(epoch from coalesce(
        (select min(n.at) from calls n where n.run = c.run and n.at > ${at}), f.at) - ${at}::timestamptz)::float as seconds
      from (select distinct on (run) run, pid from calls where at < ${at} order by run, id desc) c
      join finished f on f.run = c.run and f.at > ${at}
      where c.pid = ${pid}`;
    interrupted += waits.length;
    most = Math.max(most, ...waits.map(({ seconds }) => seconds));
  }
  expect(interrupted, random.seed).toBeGreaterThan(0);
  expect(most, random.seed).toBeLessThan(MAX_SECONDS);
});

/** Chooses one of the processes that work on a step now, by its place. */
async function chooseBusy(
  sql: Sql,
  workers: readonly { pid: number }[],
  random: () => number,
): Promise<number> {
  let busy: number[] = [];
  const look = async (): Promise<number> => {
    const rows = await sql<
      { pid: number }[]
    >`select distinct pid from calls where ended_at is null order by pid`;
    busy = workers.flatMap(({ pid }, place) => (rows.some((row) => row.pid === pid) ? [place] : []));
    return busy.length;
  };
  await expect.poll(look).toBeGreaterThan(0);
  return busy[Math.floor(random() * busy.length)]!;
}
