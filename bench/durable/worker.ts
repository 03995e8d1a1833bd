// A process of the trial, to be killed: node worker.ts CANDIDATE URL SLOT
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { candidateNamed } from './candidates/index.ts';

const [name = '', url = '', slot = '0'] = process.argv.slice(2);
const STEPS = ['name', 'registration', 'tax', 'seal', 'permits'];
const MIN_MS = 100;
const MAX_MS = 500;

const sql = postgres(url, { max: 4 });
await sql`insert into workers (pid, slot) values (${process.pid}, ${slot})`;
const candidate = await candidateNamed(name);
await candidate.work(url, Number(slot), async (id, step) => {
  for (const called of STEPS) {
    await step(called, async () => {
      // Each call is written down when it begins; what it does is idempotent, as the steps of sagas must be.
      await sql`insert into calls (saga, step, pid) values (${id}, ${called}, ${process.pid})`;
      await sleep(MIN_MS + Math.random() * (MAX_MS - MIN_MS));
      await sql`insert into effects (saga, step) values (${id}, ${called}) on conflict do nothing`;
      return `${id}/${called}`;
    });
  }
  await sql`insert into finished (saga) values (${id}) on conflict do nothing`;
});
