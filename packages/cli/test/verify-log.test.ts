import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenLog, openLog } from './support/open-log.ts';
import { runYiwang, spawnYiwang } from './support/run-yiwang.ts';

let log: OpenLog;
const answered: string[] = [];

beforeAll(async () => {
  log = await openLog();
  await log.restartGateway();
  while (!(await log.askForCargo('0', 'first'))) await sleep(50);
});
afterAll(() => log[Symbol.asyncDispose]());

/** What the exchange keeps, by the names of their requests. */
async function keptRequests(): Promise<string[]> {
  const rows = await log.database.sql<
    { request: string }[]
  >`select text::json ->> 'request' as request from accesses`;
  return rows.map(({ request }) => request);
}

test('of a gateway that is killed under load again and again, the exchange keeps all that was answered', async () => {
  for (let life = 0; life < 3; life++) {
    let isOver = false;
    let count = 0;
    const clients = Array.from({ length: 16 }, async (_, client) => {
      for (let number = 0; !isOver; number++) {
        const id = `${life}-${client}-${number}`;
        if (!(await log.askForCargo(String(number), id))) continue;
        answered.push(id);
        count++;
      }
    });
    while (count < 300) await sleep(5);
    const restarted = log.restartGateway('SIGKILL');
    await sleep(100);
    isOver = true;
    await Promise.all([...clients, restarted]);
    while (!(await log.askForCargo('0', `life-${life}`))) await sleep(50);
  }
  expect(answered.length).toBeGreaterThan(800);
  await expect
    .poll(async () => {
      const kept = new Set(await keptRequests());
      return answered.filter((id) => !kept.has(id)).length;
    })
    .toBe(0);
});

test('a log as it was written is found good, through the graph, and can be kept in a file', async () => {
  await log.database.sql`select 1`;
  const { code, stdout, stderr } = await log.spawnVerify();
  expect(stdout + stderr).toMatch(
    /✓ gateway, at the exchange: [\d,]+ records up to record [\d,]+, \d+ seals?, all as they were written/,
  );
  expect(code).toBe(0);

  const saved = await log.verify(
    '--gateway',
    'gateway',
    '--records',
    'kept.log',
    '--seals',
    'seals.json',
    '--json',
  );
  expect(saved.code).toBe(0);
  const [verified] = JSON.parse(saved.stdout) as [{ records: number; last: { sequence: number } }];
  expect(verified.records).toBe(verified.last.sequence);
  // Without the exchange, by the gateway's key alone.
  const offline = ['verify-log', '--journal', 'kept.log', '--gateway-key', 'gateway.key.pub', '--json'];
  const again = await spawnYiwang(offline, { cwd: log.folder });
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(again.stdout)).toMatchObject([{ finding: null, records: verified.records }]);

  const text = await readFile(join(log.folder, 'kept.log'), 'utf8');
  await writeFile(join(log.folder, 'kept.log'), text.replace('"outcome":"COMPLETE"', '"outcome":"FAILED"'));
  expect(await runYiwang(offline, { cwd: log.folder })).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('CHANGED'),
  });
});

test('the journal of the gateway itself is verified, while it writes', async () => {
  const { code, stdout } = await log.verify('--journal', log.journal);
  expect(stdout).toMatch(/✓ gateway/);
  expect(code).toBe(0);
});

test('a part of the time is verified up to the seal that covers it', async () => {
  const [{ at }] = (await log.database.sql`select at from accesses where sequence = 100`) as unknown as [
    { at: Date },
  ];
  const from = new Date(at).toISOString();
  const { code, stdout } = await log.verify('--from', from, '--json');
  expect(code).toBe(0);
  const [{ records, last }] = JSON.parse(stdout) as [{ records: number; last: { sequence: number } }];
  expect(last.sequence - records).toBeGreaterThan(0);
  expect(last.sequence - records).toBeLessThan(100);
  const early = await log.verify('--to', from, '--json');
  expect(early.code).toBe(0);
  expect(JSON.parse(early.stdout)[0].last.sequence).toBeLessThan(last.sequence);
});

test.each<[what: string, reason: string, where: string, sql: string, undo: string]>([
  [
    'a record that was changed',
    'CHANGED',
    'record 42',
    `update accesses set text = replace(text, 'ships-desk', 'ships-desc') where sequence = 42`,
    `update accesses set text = replace(text, 'ships-desc', 'ships-desk') where sequence = 42`,
  ],
  [
    'a record that was removed',
    'MISSING',
    'record 43',
    `create table removed as select * from accesses where sequence = 43; delete from accesses where sequence = 43`,
    `insert into accesses select * from removed; drop table removed`,
  ],
  [
    'a subject under which a record is not found any more',
    'MISFILED',
    'record 44',
    `update accesses set subject_keys[1] = subject_keys[1] || 'x' where sequence = 44`,
    `update accesses set subject_keys[1] = left(subject_keys[1], -1) where sequence = 44`,
  ],
  [
    'a log that has lost its end together with what the exchange knows of it',
    'CUT_OFF',
    'record',
    `create table removed as select * from accesses where sequence > 50; create table logs as select * from access_logs;
     delete from accesses where sequence > 50;
     update access_logs set (sequence, hash, seal) = (select sequence, hash, seal from accesses where seal is not null order by sequence desc limit 1)`,
    `insert into accesses select * from removed; update access_logs set (sequence, hash, seal) = (select sequence, hash, seal from logs); drop table removed, logs`,
  ],
])('%s is found and named', async (_what, reason, where, change, restore) => {
  await log.database.sql.unsafe(change);
  try {
    const { code, stdout, stderr } = await log.verify('--seals', 'seals.json');
    expect(stdout + stderr).toContain(reason);
    expect(stdout).toContain(where);
    expect(code).toBe(1);
  } finally {
    await log.database.sql.unsafe(restore);
  }
  expect(await log.verify('--seals', 'seals.json')).toMatchObject({ code: 0 });
});

test('an auditor who may not see names is told which scope is missing: the names are part of what was sealed', async () => {
  const { code, stderr } = await log.verify('--token', await log.tokenWith('accesses:read'));
  expect(stderr).toContain('AccessRecord.text');
  expect(stderr).toContain('needs the scope accesses:read and sensitive:read');
  expect(code).toBe(2);
});

test('whoever has no token of an auditor is refused, and wrong usage is told', async () => {
  const refused = await log.spawnVerify('--token', '');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/UNAUTH|FORBIDDEN/);
  expect(await log.verify('--gateway', 'nowhere')).toMatchObject({ code: 2 });
  expect(await log.verify('--from', 'yesterday')).toMatchObject({ code: 2 });
  expect(await log.verify('--records', 'x')).toMatchObject({ code: 2 });
  expect(await log.verify('--journal', 'seals.json')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no journal'),
  });
});
