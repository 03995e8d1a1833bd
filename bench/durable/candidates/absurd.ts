import { readFile } from 'node:fs/promises';
import { Absurd } from 'absurd-sdk';
import { Pool } from 'pg';
import postgres from 'postgres';
import { CONCURRENCY, type Candidate } from './candidate.ts';

/** Seconds for which a claim holds; it is extended all the while. */
const CLAIM_SECONDS = 4;
const QUEUE = 'sagas';

/** The claim of a saga is a lease in the database, extended by a timer of ours while a step runs. */
export const absurd: Candidate = {
  name: 'absurd-sdk 0.5.0',
  isTransactional: true,

  async prepare(url) {
    // The package of npm has no SQL: it comes with absurdctl, or with the repository.
    const file = process.env['ABSURD_SQL'];
    if (!file)
      throw new Error('ABSURD_SQL must name absurd.sql: `absurdctl init --help` says where it is from.');
    await using sql = closing(postgres(url, { max: 1, onnotice: () => {} }));
    await sql.unsafe(await readFile(file, 'utf8'));
    await sql`select absurd.create_queue(${QUEUE})`;
  },

  async start(tx, _sql, _url, id) {
    const options = JSON.stringify({ idempotency_key: id });
    await tx`select absurd.spawn_task(${QUEUE}, 'saga', ${JSON.stringify({ id })}::text::jsonb, ${options}::text::jsonb)`;
  },

  async work(url, slot, saga) {
    const app = new Absurd({ db: new Pool({ connectionString: url, max: 8 }), queueName: QUEUE });
    app.registerTask<{ id: string }>({ name: 'saga' }, async ({ id }, context) => {
      const beat = setInterval(() => void context.heartbeat().catch(() => {}), (CLAIM_SECONDS * 1000) / 3);
      try {
        await saga(id, (name, work) => context.step(name, work));
      } finally {
        clearInterval(beat);
      }
    });
    await app.startWorker({
      workerId: `${slot}:${process.pid}`,
      claimTimeout: CLAIM_SECONDS,
      concurrency: CONCURRENCY,
      fatalOnLeaseTimeout: false,
    });
  },
};

function closing<T extends { end(): Promise<void> }>(sql: T): T & AsyncDisposable {
  return Object.assign(sql, { [Symbol.asyncDispose]: () => sql.end() });
}
