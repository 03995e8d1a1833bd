import { createHash } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { CONCURRENCY, type Candidate } from './candidate.ts';

const QUEUE = 'sagas';
/** The least that it takes. */
const HEARTBEAT_SECONDS = 10;

/** A queue: the saga is a job, and the results of its steps stand in a table of ours. */
export const pgBoss: Candidate = {
  name: 'pg-boss 12.38.0',
  isTransactional: true,

  async prepare(url) {
    const boss = new PgBoss({ connectionString: url });
    boss.on('error', () => {});
    await boss.start();
    await boss.createQueue(QUEUE, { retryLimit: 1000, retryDelay: 0, heartbeatSeconds: HEARTBEAT_SECONDS });
    await boss.stop();
    const sql = postgres(url, { max: 1 });
    await sql`create table steps (saga text, step text, result jsonb, primary key (saga, step))`;
    await sql.end();
  },

  async start(tx, _sql, url, id) {
    if (!sender) {
      sender = new PgBoss({ connectionString: url, supervise: false, schedule: false });
      sender.on('error', () => {});
      await sender.start();
    }
    const db = {
      executeSql: async (text: string, values?: unknown[]) => ({
        rows: await tx.unsafe(text, values as never[]),
      }),
    };
    await sender.send(QUEUE, { id }, { id: uuidOf(id), db });
  },

  async close() {
    await sender?.stop({ graceful: false });
    sender = undefined;
  },

  async work(url, _slot, saga) {
    const boss = new PgBoss({
      connectionString: url,
      superviseIntervalSeconds: 1,
      monitorIntervalSeconds: 1,
    });
    boss.on('error', () => {});
    await boss.start();
    const sql = postgres(url, { max: 4 });
    await boss.work<{ id: string }>(
      QUEUE,
      { pollingIntervalSeconds: 0.5, localConcurrency: CONCURRENCY, heartbeatRefreshSeconds: 3 },
      async ([job]) => {
        const { id } = job!.data;
        await saga(id, async (name, work) => {
          const [stored] = await sql`select result from steps where saga = ${id} and step = ${name}`;
          if (stored) return stored['result'];
          const result = await work();
          await sql`insert into steps values (${id}, ${name}, ${JSON.stringify(result)}::text::jsonb) on conflict do nothing`;
          return result;
        });
      },
    );
  },
};

let sender: PgBoss | undefined;

function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
