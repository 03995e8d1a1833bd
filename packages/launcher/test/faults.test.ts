import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPorts, isFree } from '@yiwang/testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { givenServer, type LaunchOptions, launch, SLOW_MS } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: SLOW_MS });

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

/** Starts what cannot start; resolves to what it says, which must be one line, with exit code 1. */
async function refusal(args: string[], options?: LaunchOptions): Promise<string> {
  const system = launch('start', args, options);
  expect(await system.ended()).toBe(1);
  expect(system.errors()).toMatch(/^[^\n]+\n$/);
  return system.errors().trim();
}

test('a port in use is named with who needs it and what to do', async () => {
  const port = await findPorts(3);
  const blocker = createServer().listen(port + 2, '127.0.0.1');
  onTestFinished(() => void blocker.close());
  expect(await refusal(['--data', await temporaryFolder(), '--port', String(port)])).toBe(
    `Port ${port + 2} on 127.0.0.1 is in use, and beta needs it. Stop what listens there, or give another --port N: 3 ports from N on are needed.`,
  );
});

test('a host that is not of this machine is named', async () => {
  const port = String(await findPorts(3));
  expect(
    await refusal(['--data', await temporaryFolder(), '--port', port, '--host', '203.0.113.7']),
  ).toContain('203.0.113.7 is not an address of this machine.');
});

test('a second launcher on the same folder is told who has it', async () => {
  const data = await temporaryFolder();
  const env = givenServer();
  const port = await findPorts(3);
  const first = launch('start', ['--data', data, '--port', String(port)], { env });
  await first.says(/Ready/);
  expect(await refusal(['--data', data, '--port', String(port)])).toBe(
    `${data} is in use by process ${first.process.pid}. Stop that one, or choose another folder with --data.`,
  );
});

test('a wrong DATABASE_URL is told without its password', async () => {
  const port = await findPorts(3);
  const args = ['--data', await temporaryFolder(), '--port', String(port)];
  const nobodyHome = `postgres://clerk:secret@127.0.0.1:${port}/postgres`;
  expect(await refusal(args, { env: { DATABASE_URL: nobodyHome } })).toBe(
    `Nothing listens at 127.0.0.1:${port}. Start PostgreSQL there, or correct DATABASE_URL.`,
  );
  expect(await refusal(args, { env: { DATABASE_URL: 'clerk:secret' } })).toBe(
    'DATABASE_URL must look like postgres://user:password@host:5432/postgres.',
  );
});

test.runIf(isRoot)('a data folder that may not be written is told', async () => {
  const data = await temporaryFolder();
  expect(
    await refusal(['--data', join(data, 'x'), '--port', String(await findPorts(3))], { uid: NOBODY }),
  ).toBe(
    `${join(data, 'x')} may not be written by this user. Change its owner, or choose another place with --data.`,
  );
});

test('a data folder that is a file is told', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  expect(await refusal(['--data', file])).toContain(`${file} is not a folder.`);
});

test.runIf(isRoot)('a data folder on a read-only disk is told', async ({ skip }) => {
  const disk = join(await temporaryFolder(), 'disk');
  await mkdir(disk);
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=1m,ro', 'tmpfs', disk]).catch(() => null);
  if (!mounted) skip('this container may not mount a small disk');
  onTestFinished(async () => void (await run('umount', ['-l', disk])));
  for (const data of [join(disk, 'data'), join(disk, 'far/away/data')]) {
    expect(await refusal(['--data', data])).toMatch(/^.+ is on a read-only disk\. Choose another place/);
  }
});

test.skipIf(!existsSync('/proc/self'))('a data folder where no folder can be made is told', async () => {
  expect(await refusal(['--data', '/proc/yiwang'])).toBe(
    '/proc/yiwang cannot be made: /proc takes no folders. Choose another place with --data.',
  );
});

test('a data folder is made with those above it', async () => {
  const data = join(await temporaryFolder(), 'far', 'away');
  const system = launch('start', ['--data', data, '--port', String(await findPorts(3))]);
  await system.says(/Ready/);
  expect(await system.stop()).toBe(0);
});

test('a department that cannot start ends the whole with its last words, and leaves nothing running', async () => {
  const port = await findPorts(3);
  const system = launch('start', ['--data', await temporaryFolder(), '--port', String(port)], {
    env: { FAKE_BROKEN: '1' },
  });
  expect(await system.ended()).toBe(1);
  expect(system.errors()).toMatch(
    /^(alpha|beta) did not start \(exit code 1\)\. The last lines of .+\.log:\n/,
  );
  const postgresPort = Number(system.output().match(/PostgreSQL runs on port (\d+)/)![1]);
  for (const each of [port, port + 1, port + 2, postgresPort]) expect(await isFree(each)).toBe(true);
});

test('an old Node is told before it meets TypeScript', async () => {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.11.0' })`;
  for (const command of ['start', 'import', 'prepare', 'publish']) {
    const program = join(import.meta.dirname, '..', `${command}.mjs`);
    const failure = await run(process.execPath, ['--import', pretend, program]).catch((error) => error);
    expect(failure).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Node 20\.11\.0 is too old: 24\.2 is needed\. .+\n$/),
    });
  }
});

test.runIf(isRoot)(
  'a full disk is told in one line, and the next start goes on when there is room',
  async ({ skip }) => {
    const disk = join(await temporaryFolder(), 'disk');
    await mkdir(disk);
    const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk]).catch(() => null);
    if (!mounted) skip('this container may not mount a small disk');
    onTestFinished(async () => void (await run('umount', ['-l', disk])));
    await chmod(disk, 0o755);
    const args = ['--data', join(disk, 'data'), '--port', String(await findPorts(3))];
    expect(await refusal(args)).toMatch(/^The disk that holds .+ is full/);

    await run('mount', ['-o', 'remount,size=400m', disk]);
    const system = launch('start', args);
    await system.says(/Ready/);
    await system.stop();
  },
  60_000,
);
