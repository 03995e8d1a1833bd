import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDurable } from '../src/index.ts';
import { openSagaDatabase } from './database.ts';
import { createLossyProxy } from './lossy-proxy.ts';
import { seededRandom } from './seeded-random.ts';
import { startRunsElsewhere } from './starter.ts';
import { createWorkflows } from './workflows.ts';

/** Generous: a run without a process goes on within a few seconds. */
const PATIENCE = { timeout: 40_000, interval: 100 };

test('a run goes on when the answer to the claim of it is lost', async () => {
  await using database = await openSagaDatabase();
  let isFirst = true;
  await using proxy = await createLossyProxy(database.url, (sent, before) => {
    if (!isFirst || !sent.includes('COMMIT') || !before.includes('executor_id = $2')) return false;
    isFirst = false;
    return true;
  });
  await using _ = await openDurable({
    url: proxy.url,
    workflows: createWorkflows(database.sql),
    pollMs: 200,
  });
  await startRunsElsewhere(database.sql, ['claimed'], { steps: ['a', 'b'] });

  await expect
    .poll(() => database.sql`select run from finished`, PATIENCE)
    .toMatchObject([{ run: 'claimed' }]);
  expect(proxy.lost()).toBe(1);
});

test('all runs end, and none repeats a step that was stored, while answers are lost at random', async () => {
  const random = seededRandom(process.env['DURABLE_SEED']);
  await using database = await openSagaDatabase();
  const { sql } = database;
  let isLossy = false;
  await using proxy = await createLossyProxy(
    database.url,
    (sent) => isLossy && random() < (sent.includes('COMMIT') ? 0.2 : 0.03),
  );
  await using _ = await openDurable({ url: proxy.url, workflows: createWorkflows(sql), pollMs: 200 });
  isLossy = true;
  const ids = Array.from({ length: 30 }, (_, i) => `run-${i}`);
  for (const id of ids) {
    await startRunsElsewhere(sql, [id], { steps: ['a', 'b', 'c'], ms: 20 });
    await sleep(200);
  }
  isLossy = false;

  await expect
    .poll(async () => (await sql`select count(*)::int as n from finished`)[0]!['n'], {
      ...PATIENCE,
      message: random.seed,
    })
    .toBe(ids.length);
  expect(proxy.lost(), random.seed).toBeGreaterThan(5);
  const repeated = await sql`
    with ends as (select run, step, min(id) as first from calls group by run, step)
    select c.run, c.step from calls c
    join ends e on e.run = c.run and e.step > c.step and e.first < c.id`;
  expect(repeated, random.seed).toEqual([]);
});
