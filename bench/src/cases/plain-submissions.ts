// The limit of submissions: sends the statements of the same transactions, each in its place, by `postgres` alone. Told by its
// parent, over IPC, for how many seconds; answers how many cases it has begun and submitted.
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { FORM } from './submission-form.ts';

const USER = 'bench-plain';
const DAY = '2026-11-30';
const DIGEST = 'x'.repeat(43);

const [item, inFlight] = [process.argv[2]!, Number(process.argv[3])];
const sql = postgres(process.env['DATABASE_URL']!, {
  max: Number(process.env['DATABASE_CONNECTIONS']),
  onnotice: () => {},
  connection: { jit: false },
});
const [offer] = await sql`select department_code, region_code from service_items where code = ${item}`;
const { department_code, region_code } = offer!;

process.on('message', (seconds: number) => void run(seconds).then((count) => process.send!(count)));
process.send!('ready');

async function run(seconds: number): Promise<number> {
  let submitted = 0;
  const end = performance.now() + seconds * 1000;
  const worker = async () => {
    while (performance.now() < end) {
      await submit(await start());
      submitted += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return submitted;
}

async function start(): Promise<string> {
  const key = randomUUID();
  return sql.begin(async (tx) => {
    const at = new Date().toISOString();
    await takeKey(tx, key, at);
    const [row] = await tx<{ id: string }[]>`select nextval('case_numbers')::text as id`;
    const number = `${region_code}0000${row!.id.padStart(12, '0')}`;
    await tx`insert into cases ${tx({
      number,
      state: 'DRAFT',
      version: 1,
      applicant_uscc: null,
      applicant_user: USER,
      filed_by: USER,
      form_version: 1,
      form: tx.json(FORM),
      statutory_days: 20,
      promised_days: 10,
      service_item_code: item,
      department_code,
      region_code,
      received_on: DAY,
      source: 'GRAPH',
    })}`;
    await record(tx, number, 1, at, 'START', null, 'DRAFT');
    await tx`update idempotency_keys set result = ${number} where holder = ${`user:${USER}`} and key = ${key}`;
    await tx`select * from cases where number = ${number}`;
    return number;
  }) as Promise<string>;
}

async function submit(number: string): Promise<void> {
  const key = randomUUID();
  await sql.begin(async (tx) => {
    const at = new Date().toISOString();
    await takeKey(tx, key, at);
    await tx`select * from cases where number = ${number} for update`;
    await tx`update cases set ${tx({
      state: 'SUBMITTED',
      version: 2,
      submitted_at: at,
      received_on: DAY,
      act_by: DAY,
    })} where number = ${number} returning *`;
    await record(tx, number, 2, at, 'SUBMIT', 'DRAFT', 'SUBMITTED');
    await tx`update idempotency_keys set result = ${number} where holder = ${`user:${USER}`} and key = ${key}`;
  });
}

async function takeKey(tx: postgres.TransactionSql, key: string, at: string): Promise<void> {
  await tx`insert into idempotency_keys ${tx({ holder: `user:${USER}`, key, digest: DIGEST, at })} on conflict do nothing returning key`;
}

async function record(
  tx: postgres.TransactionSql,
  number: string,
  version: number,
  at: string,
  action: string,
  from: string | null,
  to: string,
): Promise<void> {
  const event = { case_number: number, sequence: version, at, action, from, to, side: 'APPLICANT' };
  const who = { person: USER, client: 'portal', right: 'self', machine_ms: 1 };
  const payload = tx.json({ number, version, action, state: to });
  await Promise.all([
    tx`insert into case_events ${tx({ ...event, ...who })}`,
    tx`insert into outbox ${tx({ topic: 'case_changed', key: number, payload })}`,
  ]);
}
