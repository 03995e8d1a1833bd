import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, test } from 'vitest';
import { watchPath } from '../src/util/files/watch-path.ts';

const SOON = { interval: 20 };
/** Long enough for a change to be seen and reported. */
const QUIET_MS = 1500;

const root = await mkdtemp(join(tmpdir(), 'yiwang-watch-'));
const stops: (() => void)[] = [];
afterAll(async () => {
  for (const stop of stops) stop();
  await rm(root, { recursive: true });
});

async function makeFolder(): Promise<string> {
  return mkdtemp(join(root, 'folder-'));
}

/** Counts the changes that are reported of a path. */
async function watched(path: string): Promise<() => number> {
  let changes = 0;
  stops.push(await watchPath(path, () => changes++));
  return () => changes;
}

test.concurrent(
  'a file that is replaced is noticed, also by an older one of the same size',
  async ({ expect }) => {
    const folder = await makeFolder();
    const file = join(folder, 'key.json');
    await writeFile(file, 'first');
    const changes = await watched(file);

    await writeFile(join(folder, 'older.json'), 'older');
    await utimes(join(folder, 'older.json'), 1_600_000_000, 1_600_000_000);
    await rename(join(folder, 'older.json'), file);
    await expect.poll(changes, SOON).toBe(1);

    await writeFile(file, 'in place');
    await expect.poll(changes, SOON).toBe(2);
  },
);

test.concurrent('a file that is gone is waited for, with its folder too', async ({ expect }) => {
  const folder = await makeFolder();
  const place = join(folder, 'settings');
  const file = join(place, 'clients.json');
  await mkdir(place);
  await writeFile(file, 'first');
  const changes = await watched(file);

  await rename(place, `${place}.away`);
  await sleep(QUIET_MS);
  expect(changes()).toBe(0);
  await rename(`${place}.away`, place);
  await expect.poll(changes, SOON).toBe(1);

  await rm(file);
  await sleep(QUIET_MS);
  expect(changes()).toBe(1);
  await writeFile(file, 'second');
  await expect.poll(changes, SOON).toBe(2);
});

test.concurrent(
  'a file of a ConfigMap is followed when it is swapped, and when it is rolled back',
  async ({ expect }) => {
    const folder = await makeFolder();
    for (const [version, time] of [
      ['..1', 1_600_000_000],
      ['..2', 1_700_000_000],
    ] as const) {
      await mkdir(join(folder, version));
      await writeFile(join(folder, version, 'key'), version);
      await utimes(join(folder, version, 'key'), time, time);
    }
    await symlink('..1', join(folder, '..data'));
    await symlink('..data/key', join(folder, 'key'));
    const changes = await watched(join(folder, 'key'));

    for (const [index, version] of ['..2', '..1'].entries()) {
      await symlink(version, join(folder, '..next'));
      await rename(join(folder, '..next'), join(folder, '..data'));
      await expect.poll(changes, SOON).toBe(index + 1);
    }
  },
);

test.concurrent(
  'hidden files of a folder, and files beside a watched one, do not count',
  async ({ expect }) => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'a.json'), 'first');
    const [ofFolder, ofFile] = [await watched(folder), await watched(join(folder, 'a.json'))];

    await writeFile(join(folder, '.a.json.swp'), 'an editor');
    await sleep(QUIET_MS);
    expect([ofFolder(), ofFile()]).toEqual([0, 0]);
    await writeFile(join(folder, 'b.json'), 'another');
    await expect.poll(ofFolder, SOON).toBe(1);
    expect(ofFile()).toBe(0);
  },
);
