import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createKey } from '@yiwang/identity';
import { createLogger } from '@yiwang/service/logging';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openPlanStore } from '../src/supergraph/plan-store.ts';

const logger = createLogger('test', 'silent');
const key = await createKey();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-plans-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const file = () => join(folder, 'plans.sqlite');
const open = (by = key, limitBytes?: number) => openPlanStore(folder, by, logger, limitBytes)!;

test('what is written is read after the next start, also while another gateway of the folder runs', () => {
  using first = open();
  first.write('plan', Buffer.from('{"events":null}'));
  using second = open();

  expect(Buffer.from(second.read('plan')!).toString()).toBe('{"events":null}');
  expect(second.read('another')).toBeNull();
});

test('a value that was changed, moved to another key, or written by another key is not read', async () => {
  using store = open();
  store.write('plan', Buffer.from('allowed'));
  store.write('facts', Buffer.from('everyone may read everything'));
  const another = await createKey();
  using other = open(another);
  expect(other.read('plan')).toBeNull();
  using pretender = open({ ...another, kid: key.kid });
  expect(pretender.read('plan')).toBeNull();

  using database = new DatabaseSync(file());
  database.exec(
    `UPDATE plan SET value = (SELECT value FROM plan WHERE key LIKE '% facts') WHERE key LIKE '% plan'`,
  );
  expect(store.read('plan')).toBeNull();
  database.exec(
    `UPDATE plan SET value = CAST(substr(value, 1, 40) || x'00' AS BLOB) WHERE key LIKE '% facts'`,
  );
  expect(store.read('facts')).toBeNull();
});

test('a file that is damaged is replaced', async () => {
  await writeFile(file(), 'x'.repeat(10_000));
  using store = open();
  store.write('plan', Buffer.from('1'));

  expect(store.read('plan')).not.toBeNull();
});

test('a folder that cannot be written costs the store, not the gateway', async () => {
  await writeFile(join(folder, 'file'), '');

  expect(openPlanStore(join(folder, 'file'), key, logger)).toBeNull();
});

test('the file has a bound: what was used longest ago is removed', () => {
  const limitBytes = 400_000;
  using store = open(key, limitBytes);
  const value = Buffer.alloc(4000, 1);
  store.write('used', value);
  for (let n = 0; n < 202; n++) {
    store.write(`plan ${n}`, value);
    if (n % 10 === 0) store.read('used');
  }

  using database = new DatabaseSync(file());
  const { total } = database.prepare('SELECT sum(bytes) AS total FROM plan').get() as { total: number };
  expect(total).toBeLessThanOrEqual(limitBytes + 100 * 4100);
  expect(store.read('used')).not.toBeNull();
  expect(store.read('plan 0')).toBeNull();
  expect(store.read('plan 201')).not.toBeNull();
});
