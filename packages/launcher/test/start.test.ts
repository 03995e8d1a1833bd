import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPorts, isFree } from '@yiwang/testing';
import { expect, test, vi } from 'vitest';
import { ask, launch, SLOW_MS } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: SLOW_MS });

/** Sum of the numbers 1 to 100, which the fake departments make up at scale 1. */
const AT_SCALE_1 = 5050;
const AT_SCALE_2 = 20100;

test('everything starts, says where it is and what to ask, answers, and ends at Ctrl-C with nothing left', async () => {
  const data = join(await temporaryFolder(), 'new', 'data');
  const port = await findPorts(3);
  const system = launch('start', ['--data', data, '--port', String(port)]);

  await system.says(/Ready in [\d.]+ s/);
  await system.says(/Ctrl-C stops everything/);
  expect(system.output()).toContain(`http://127.0.0.1:${port}/graphql`);
  expect(system.output()).toMatch(/alpha +100 rows made up in/);
  expect(system.output()).toContain('enterprise(uscc: \\"91320000608950987L\\")');
  expect((await ask(port + 1)).answer).toBe(AT_SCALE_1);
  expect((await ask(port + 2)).answer).toBe(AT_SCALE_1);
  const postgresPort = Number(system.output().match(/PostgreSQL runs on port (\d+)/)![1]);

  expect(await system.stop()).toBe(0);
  expect(system.errors()).toBe('');
  for (const each of [port, port + 1, port + 2, postgresPort]) expect(await isFree(each)).toBe(true);
  expect(await readFile(join(data, 'logs/alpha.log'), 'utf8')).toContain('the fake department listens');
});

test('a second start keeps the data and its scale; --reset makes it anew', async () => {
  const data = await temporaryFolder();
  const port = await findPorts(3);
  const args = ['--data', data, '--port', String(port)];
  const first = launch('start', [...args, '--scale', '2']);
  await first.says(/Ready/);
  await first.stop();

  const second = launch('start', [...args, '--scale', '1']);
  await second.says(/Ready/);
  expect(second.output()).toContain('made at scale 2 and stays so; --reset --scale 1 makes it anew');
  expect(second.output()).not.toContain('made up in');
  expect((await ask(port + 1)).answer).toBe(AT_SCALE_2);
  await second.stop();

  const third = launch('start', [...args, '--scale', '1', '--reset']);
  await third.says(/Ready/);
  expect(third.output()).toContain(`Removed ${join(data, 'postgres/cluster')} with all its databases.`);
  expect((await ask(port + 1)).answer).toBe(AT_SCALE_1);
});

test('a folder that is not ours is neither used nor reset', async () => {
  const data = await temporaryFolder();
  await mkdir(join(data, 'postgres'));
  await writeFile(join(data, 'postgres', 'letter.txt'), 'mine');
  for (const args of [[], ['--reset']]) {
    const system = launch('start', ['--data', data, '--port', String(await findPorts(3)), ...args]);
    expect(await system.ended()).toBe(1);
    expect(system.errors()).toBe(
      `${data} holds files that are not Yiwang's. Choose an empty or a new folder with --data.\n`,
    );
  }
  expect(await readdir(data)).toEqual(['postgres']);
  expect(await readFile(join(data, 'postgres', 'letter.txt'), 'utf8')).toBe('mine');
});

test('--help tells every option; an unknown or wrong one is refused in one line', async () => {
  const help = launch('start', ['--help']);
  expect(await help.ended()).toBe(0);
  for (const option of [
    '--port',
    '--host',
    '--data',
    '--scale',
    '--empty',
    '--archive',
    '--reset',
    'DATABASE_URL',
  ]) {
    expect(help.output()).toContain(option);
  }
  for (const wrong of [
    ['--prot', '1'],
    ['--scale', '0'],
    ['--scale', 'many'],
    ['--port', '65534'],
    ['extra'],
  ]) {
    const refused = launch('start', wrong);
    expect(await refused.ended()).toBe(1);
    expect(refused.errors()).toMatch(/^error: .+/);
    expect(refused.errors()).not.toMatch(/\n\s+at /);
  }
});
