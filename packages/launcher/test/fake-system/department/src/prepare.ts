import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import postgres from 'postgres';

const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
const sql = postgres(process.env['DATABASE_URL']!, { max: 1, onnotice: () => {} });
await sql`create table if not exists numbers (n integer primary key, source text not null)`;
await sql`create table if not exists seed_runs (scale double precision not null)`;
const [seeded] = await sql`select scale from seed_runs`;
if (seeded) {
  process.send!({ type: 'already-seeded', scale: seeded['scale'] });
} else {
  const rows = 100 * Number(values.scale);
  process.send!({ type: 'progress', task: 'fake', done: rows / 2, total: rows });
  await sleep(Number(process.env['FAKE_SLOW_MS'] ?? 0));
  await sql.begin(async (transaction) => {
    await transaction`insert into numbers select n, 'generated' from generate_series(1, ${rows}::int) as n`;
    await transaction`insert into seed_runs values (${Number(values.scale)})`;
  });
  process.send!({ type: 'seeded', scale: Number(values.scale), rows: { numbers: rows } });
}
await sql`grant select on numbers to ${sql(process.env['DATABASE_SERVICE_ROLE']!)}`;
await sql.end();
process.disconnect();
