import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPorts } from '@yiwang/testing';
import { beforeEach, expect, test, vi } from 'vitest';
import { ask, givenServer, launch, SLOW_MS } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: SLOW_MS });

let folder: string;
let data: string;
let registers: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  data = join(folder, 'data');
  registers = join(folder, 'registers');
  await mkdir(registers);
});

const write = (name: string, ...lines: string[]) => writeFile(join(registers, name), lines.join('\n'));

test('registers go into the running system: rows read = stored + rejected, file by file', async () => {
  await write('numbers.csv', 'number', '1000', '2000', 'many');
  const env = givenServer();
  const port = await findPorts(3);
  const system = launch('start', ['--data', data, '--port', String(port)], { env });
  await system.says(/Ctrl-C/);

  const done = launch('import', [registers, '--data', data], { env });
  expect(await done.ended()).toBe(0);
  expect(done.output()).toBe(
    [
      'numbers.csv',
      ...['alpha', 'beta'].map(
        (name) =>
          `  ${name}: numbers: 3 rows read = 2 stored (2 new, 0 changed, 0 unchanged) + 1 rejected, with the reasons in ${data}/rejected/numbers.csv`,
      ),
      '1 file: 1 imported.',
      '',
    ].join('\n'),
  );
  expect((await ask(port + 1)).answer).toBe(5050 + 3000);
});

test('with nothing running the server is started for the import alone, and the next start has the rows', async () => {
  await write('numbers.csv', 'number', '1000');
  const done = launch('import', [join(registers, 'numbers.csv'), '--data', data]);
  expect(await done.ended()).toBe(0);
  expect(done.output()).toContain('1 rows read = 1 stored (1 new, 0 changed, 0 unchanged) + 0 rejected\n');

  const port = await findPorts(3);
  const system = launch('start', ['--data', data, '--port', String(port)]);
  await system.says(/Ready/);
  expect((await ask(port + 1)).answer).toBe(5050 + 1000);
});

test('a dry run reports and stores nothing', async () => {
  await write('numbers.csv', 'number', '1000');
  const env = givenServer();
  const done = launch('import', [registers, '--data', data, '--dry-run'], { env });
  expect(await done.ended()).toBe(0);
  expect(done.output()).toContain('1 rows read');
  expect(done.output()).toContain('This was a dry run: nothing was stored.');

  const port = await findPorts(3);
  const system = launch('start', ['--data', data, '--port', String(port)], { env });
  await system.says(/Ready/);
  expect((await ask(port + 1)).answer).toBe(5050);
});

test('unknown, unreadable and failing files are told with exit code 2, and the rest is imported', async () => {
  await write('a.csv', 'number', 'fail');
  await write('b.csv', 'number', '1000');
  await write('c.csv', '\uFEFFname,colour', 'x,red');
  await mkdir(join(registers, 'd.csv'));
  await write('e.csv', 'numbers', '1');
  await write('ignored.txt', 'number', '7');

  const done = launch('import', [registers, '--data', data], { env: givenServer() });
  expect(await done.ended()).toBe(2);
  expect(done.output()).toContain(
    'a.csv\n  alpha: alpha could not import: told to fail\n  beta: beta could not import',
  );
  expect(done.output()).toContain(
    'b.csv\n  alpha: numbers: 1 rows read = 1 stored (1 new, 0 changed, 0 unchanged) + 0 rejected\n',
  );
  expect(done.output()).toContain('c.csv\n  no department knows these columns: name,colour\n');
  expect(done.output()).toContain('d.csv\n  cannot be read');
  expect(done.output()).toContain(
    'e.csv\n  no department knows these columns: numbers\n    nearest is "numbers" of alpha: missing number; unexpected numbers\n',
  );
  expect(done.output()).not.toContain('ignored.txt');
  expect(done.output()).toContain(
    '5 files: 1 imported, 2 not known (c.csv, e.csv), 1 failed (a.csv), 1 not readable (d.csv). The exit code is 2.\n',
  );
});

test('a path that is not there, and a folder without registers, are told in one line', async () => {
  const missing = launch('import', [join(folder, 'nowhere'), '--data', data]);
  expect(await missing.ended()).toBe(1);
  expect(missing.errors()).toBe(`There is no file or folder ${join(folder, 'nowhere')}.\n`);

  const empty = launch('import', [registers, '--data', data]);
  expect(await empty.ended()).toBe(1);
  expect(empty.errors()).toBe(`${registers} holds no .csv file.\n`);
});
