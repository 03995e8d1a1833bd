import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readAnchors } from '../src/access-log/anchors.ts';
import { type AuditedLog, openAuditedLog } from './support/open-audited-log.ts';

const RECORDS = 12;

let log: AuditedLog;
beforeAll(async () => {
  log = await openAuditedLog({ hasTwoShips: true });
  await log.restartGateway();
  while (!(await log.ask('0'))) await sleep(50);
  for (let number = 1; number < RECORDS; number++) expect(await log.ask(String(number))).toBe(true);
  // Gateways hand over what they have written down once a second, and departments seal theirs.
  await vi.waitFor(async () => expect(await log.audit()).toMatchObject({ code: 0 }), {
    timeout: 30_000,
    interval: 500,
  });
});
afterAll(() => log[Symbol.asyncDispose]());

async function journalOf(folder: string): Promise<string> {
  const [name] = (await readdir(join(log.folder, folder))).filter((file) => /^\d+\.log$/.test(file));
  return join(log.folder, folder, name!);
}

test('each process of a department has its own log, and together they hold what the gateway has read', async () => {
  const { code, text } = await log.audit();
  const sources = [log.addresses[0]!, log.addresses[2]!].map(
    ({ url }) => `the log of the department at ${url}`,
  );
  for (const source of sources) expect(text).toMatch(new RegExp(`✓ ships, ${source}: [1-9]\\d* record`));
  expect(text).toContain('It agrees with the logs of the gateways.');
  expect(code).toBe(0);
});

test('without the log of one process, what it has served is missed', async () => {
  const { code, text } = await log.audit({ department: log.addresses.slice(0, 2) });
  expect(text).toMatch(
    /✗ ships, the log of the department: The gateway \S+ has written down a read of Ship\.cargo/,
  );
  expect(code).toBe(1);
});

test('a record that one process has lost is found in its log, and in no other', async () => {
  const path = await journalOf('ships-2-log');
  const whole = await readFile(path, 'utf8');
  const lines = whole.split('\n');
  await writeFile(
    path,
    lines
      .toSpliced(
        lines.findIndex((line) => line.includes('"sequence":3,')),
        1,
      )
      .join('\n'),
  );
  try {
    const { code, text } = await log.audit();
    expect(text).toContain(`✗ ships, the log of the department at ${log.addresses[2]!.url}`);
    expect(text).toContain(`✓ ships, the log of the department at ${log.addresses[0]!.url}`);
    expect(code).toBe(1);
  } finally {
    await writeFile(path, whole);
  }
});

test('what an auditor remembers of a process is found missing when its log is left out', async () => {
  const anchors = join(log.folder, 'processes.anchors');
  expect(await log.audit({ anchors })).toMatchObject({ code: 0 });
  const remembered = await readAnchors(anchors);
  const keys = remembered.flatMap((one) => (one.log === 'subgraph:ships' ? (one.keys ?? []) : []));
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
  expect(await log.audit({ anchors })).toMatchObject({ code: 0 });
  const { code, text } = await log.audit({ anchors, department: log.addresses.slice(0, 2) });
  expect(text).toMatch(/✗ ships, the log of the department: /);
  expect(code).toBe(1);
});
