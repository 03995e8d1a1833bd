import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createKey, publicKeyOf } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type AuditedLog, openAuditedLog } from './support/open-audited-log.ts';

let log: AuditedLog;
beforeAll(async () => {
  log = await openAuditedLog();
  await log.restartGateway();
  while (!(await log.ask('0'))) await sleep(50);
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let number = 0; number < 12; number++) expect(await log.ask(String(number))).toBe(true);
    }),
  );
  await log.ask('none');
  await untilAnchored();
});
afterAll(() => log[Symbol.asyncDispose]());

/** Gateways hand over what they have written down once a second. */
const HANDED_OVER_MS = 1500;

/** Until all that was written down is at the exchange, and its seal with the departments. */
async function untilAnchored(): Promise<void> {
  for (let before = -1, count = await countRecords(); count !== before; count = await countRecords()) {
    before = count;
    await sleep(HANDED_OVER_MS);
  }
  await vi.waitFor(
    async () => {
      const { code, text } = await log.audit();
      // What the department has served and is not at the exchange yet would be missed.
      expect([code, text]).toEqual([
        0,
        expect.stringMatching(/Anchored by ships, weather up to record [^;]+\.\n/),
      ]);
    },
    { interval: 200 },
  );
}

const sql = (text: string) => log.exchange.database.sql.unsafe(text);
const countRecords = async () => Number((await sql('select count(*) from accesses'))[0]!['count']);

const TABLES = ['keys', 'gateways', 'gateway_versions', 'access_logs', 'accesses'];
/** The gateway is at work meanwhile. */
const LOCK = `lock table used_credentials, ${TABLES.join(', ')} in access exclusive mode`;

/** Changes what the exchange keeps, looks, and puts it back. */
async function during(change: string, look: () => Promise<void>): Promise<void> {
  await sql(
    [LOCK, ...TABLES.map((table) => `create table kept_${table} as select * from ${table}`), change].join(
      ';',
    ),
  );
  try {
    await look();
  } finally {
    await sql(
      [
        LOCK,
        ...TABLES.toReversed().map((table) => `delete from ${table}`),
        ...TABLES.map((table) => `insert into ${table} select * from kept_${table}`),
        ...TABLES.map((table) => `drop table kept_${table}`),
      ].join(';'),
    );
  }
}

test('the logs of gateway and departments agree, and it is said how far others than the exchange vouch for the end', async () => {
  const { code, text } = await log.audit();
  expect(text).toMatch(
    /✓ gateway, at the exchange: [\d,]+ records .* all as they were written\n {2}Anchored by ships, weather/,
  );
  expect(text).toMatch(/✓ ships, the log of the department: [\d,]+ records.*\n {2}It agrees/);
  expect(code).toBe(0);
  const alone = await log.verify();
  expect(alone.text).toContain('Its end is not anchored');
  expect(alone.code).toBe(0);
  // The command finds the departments by itself; one that names no auditors is not passed over.
  const ran = await log.spawn('--auditor-key', 'auditor.key', '--settle', '0');
  expect(ran.stdout).toContain('Anchored by ships, weather');
  expect(ran.stderr).toMatch(/access log of exchange .*AUDITOR_KEYS of this department names no auditor/);
  expect(ran.code).toBe(2);
});

const CUT = `delete from accesses where sequence > 50;
  update access_logs set (sequence, hash, seal) = (select sequence, hash, seal from accesses where seal is not null order by sequence desc limit 1);
  delete from accesses where sequence > (select sequence from access_logs)`;

test('whoever has the database of the exchange cuts off the end with its seal: the departments keep it', async () => {
  await during(CUT, async () => {
    const { code, text } = await log.audit();
    expect(text).toMatch(/CUT_OFF/);
    expect(text).toMatch(/(ships|weather) keeps that/);
    expect(code).toBe(1);
  });
  expect((await log.audit()).code).toBe(0);
  // What was sealed a moment ago may be on its way, and is said to be.
  await during(CUT, async () => {
    const { code, text } = await log.audit({ settle: 120 });
    expect(text).toMatch(
      /Records \d+ to \d+ were sealed in the last 120 seconds and are not at the exchange yet/,
    );
    expect(code).toBe(0);
  });
});

test.each<[what: string, change: string, reason: RegExp]>([
  ['its records and its end', 'delete from accesses; delete from access_logs', /CUT_OFF/],
  [
    'it, the gateway and its keys',
    `delete from accesses; delete from access_logs; delete from gateway_versions; delete from gateways; delete from keys where role = 'GATEWAY'`,
    /CUT_OFF[\s\S]*|The whole log is gone/,
  ],
  [
    'its records, as if there had never been one',
    `delete from accesses; update access_logs set sequence = 0, seal = null, hash = 'x'`,
    /CUT_OFF/,
  ],
])('a log that is gone is found: %s', async (_what, change, reason) => {
  await writeFile(join(log.folder, 'gone.jsonl'), '');
  expect((await log.audit({ anchors: join(log.folder, 'gone.jsonl') })).code).toBe(0);
  await during(change, async () => {
    const audited = await log.audit();
    expect(audited.text).toMatch(reason);
    expect(audited.code).toBe(1);
    // The file of the auditor alone tells it as well.
    const remembered = await log.verify({ anchors: join(log.folder, 'gone.jsonl') });
    expect(remembered.text).toContain('CUT_OFF');
    expect(remembered.code).toBe(1);
  });
});

test('a gateway that is registered and has no log is told, unless its operator says that it keeps none', async () => {
  await sql(
    `insert into keys select 'kid-of-other', 'x', role, 'other', registered_at, revoked_at from keys where holder = 'gateway'`,
  ).catch(async () => {
    await sql(`insert into gateways (name, last_seen_at) values ('other', now())`);
  });
  const found = await log.verify();
  expect(found.text).toMatch(/✗ other, at the exchange: .*has no log of it/);
  expect(found.code).toBe(1);
  expect((await log.verify({ withoutLog: ['other'] })).code).toBe(0);
  // Nobody who keeps seals has ever seen one of it.
  expect((await log.audit()).code).toBe(0);
  await sql(`delete from keys where holder = 'other'; delete from gateways where name = 'other'`);
});

test('a key that is not that of the gateway is refused, at the exchange and for a file', async () => {
  await writeFile(join(log.folder, 'wrong.key.pub'), JSON.stringify(publicKeyOf(await createKey())));
  const wrong = await log.verify({ gatewayKey: [join(log.folder, 'wrong.key.pub')] });
  expect(wrong.text).toContain('is registered for none of these gateways');
  expect(wrong.code).toBe(2);
  expect((await log.verify({ gatewayKey: [join(log.folder, 'gateway.key.pub')] })).code).toBe(0);
  expect((await log.run('--gateway', 'gateway', '--records', 'whole.log')).code).toBe(0);
  const offline = await log.run('--journal', 'whole.log', '--gateway-key', 'wrong.key.pub');
  expect(offline.stderr).toContain('its seals are by the key');
  expect(offline.code).toBe(2);
  const whole = await readFile(join(log.folder, 'whole.log'), 'utf8');
  const bare = whole.split('\n').filter((line) => line.startsWith('{'));
  await writeFile(join(log.folder, 'bare.log'), `${bare.join('\n')}\n`);
  const unsealed = await log.run('--journal', 'bare.log', '--gateway-key', 'wrong.key.pub');
  expect(unsealed.stderr).toContain('nothing vouches for its records');
  expect(unsealed.code).toBe(2);
  // Where the exchange has another key registered for the gateway, the true one is not what seals.
  const x = publicKeyOf(await createKey());
  await during(`update keys set kid = '${x.kid}', x = '${x.x}' where holder = 'gateway'`, async () => {
    expect((await log.verify({ gatewayKey: [join(log.folder, 'gateway.key.pub')] })).text).toContain(
      'none of these',
    );
    expect((await log.verify()).code).toBe(1);
  });
});

test('a window must follow the record before it: what was cut at its start is found', async () => {
  const [{ at }] = (await sql('select at from accesses where sequence = 60')) as unknown as [{ at: Date }];
  const from = new Date(at).toISOString();
  expect((await log.verify({ from })).code).toBe(0);
  await during(`delete from accesses where sequence <= 70`, async () => {
    const { code, text } = await log.verify({ from });
    expect(text).toMatch(/MISSING[\s\S]*record 70/);
    expect(code).toBe(1);
  });
  await during(`delete from accesses where sequence between 60 and 65`, async () => {
    expect((await log.verify({ from })).text).toMatch(/MISSING/);
  });
  // A time in which nothing was written: the record before it is the end that is known.
  const later = new Date(Date.now() + 60_000).toISOString();
  expect((await log.verify({ from: later })).code).toBe(0);
  await during(CUT, async () => expect((await log.audit({ from })).code).toBe(1));
});

test('the file of anchors grows, is read back, and is private; one that was damaged is not taken for none', async () => {
  const path = join(log.folder, 'anchors.jsonl');
  expect((await log.audit({ anchors: path })).code).toBe(0);
  const first = await readFile(path, 'utf8');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await log.ask('5');
  await untilAnchored();
  expect((await log.audit({ anchors: path })).code).toBe(0);
  const second = await readFile(path, 'utf8');
  expect(second.startsWith(first)).toBe(true);
  expect(second.length).toBeGreaterThan(first.length);
  await during(CUT, async () => {
    const { code, text } = await log.verify({ anchors: path });
    expect(text).toContain(`${path} keeps that`);
    expect(code).toBe(1);
    expect(await readFile(path, 'utf8')).toBe(second);
  });
  await appendFile(path, '{"log":"gateway"}\n');
  expect(await log.verify({ anchors: path })).toMatchObject({ code: 2 });
});

test('a department that cannot be asked leaves the question open, and is named', async () => {
  const { code, text } = await log.audit({
    department: [log.addresses[0]!, { name: 'weather', url: 'http://127.0.0.1:9/graphql' }],
  });
  expect(text).toContain('weather at http://127.0.0.1:9/graphql does not answer');
  expect(code).toBe(2);
  await writeFile(join(log.folder, 'stranger.key'), JSON.stringify(await createKey()));
  const stranger = await log.audit({ auditorKey: join(log.folder, 'stranger.key') });
  expect(stranger.text).toContain('Not signed by an auditor');
  expect(stranger.code).toBe(2);
});

test('a gateway that is stopped in the middle of its work leaves nothing that was served and not logged', async () => {
  {
    let isOver = false;
    const clients = Array.from({ length: 8 }, async (_, client) => {
      while (!isOver) await log.ask(String(client % 3));
    });
    await sleep(300);
    await log.restartGateway('SIGTERM');
    isOver = true;
    await Promise.all(clients);
    while (!(await log.ask('0'))) await sleep(50);
  }
  await untilAnchored();
  const { code, text } = await log.audit();
  expect(text).toContain('It agrees with the logs of the gateways.');
  expect(code).toBe(0);
});

test('a record that a department has lost is found by the gateway’s log, and its own chain', async () => {
  const folder = join(log.folder, 'ships-log');
  const [name] = (await readdir(folder)).filter((file) => /^\d+\.log$/.test(file));
  const whole = await readFile(join(folder, name!), 'utf8');
  const lines = whole.split('\n');
  const index = lines.findIndex((line) => line.includes('"sequence":9,'));
  await writeFile(join(folder, name!), lines.toSpliced(index, 1).join('\n'));
  try {
    const { code, text } = await log.audit();
    expect(text).toMatch(/✗ ships[\s\S]*(MISSING|SEAL_FORGED), first at record [89];/);
    expect(code).toBe(1);
  } finally {
    await writeFile(join(folder, name!), whole);
  }
});

test('whoever has stolen the key of the gateway reads, and is found: no gateway has written it down', async () => {
  expect(await log.askAsGateway()).toBe(200);
  await expect
    .poll(async () => (await log.audit()).text, { interval: 500 })
    .toMatch(/✗ ships[^]*is a read for water-bureau of [^]*UNLOGGED/);
  const { code, text } = await log.audit();
  expect(text).toContain('its key is in other hands');
  expect(code).toBe(1);
});
