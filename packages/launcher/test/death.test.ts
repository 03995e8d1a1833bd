import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPorts, isFree } from '@yiwang/testing';
import { expect, test, vi } from 'vitest';
import { ask, givenServer, type Launched, launch, SLOW_MS, waitFor } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: SLOW_MS });

async function started(data: string, port: number, env: Record<string, string> = {}): Promise<Launched> {
  const system = launch('start', ['--data', data, '--port', String(port)], { env });
  await system.says(/Ctrl-C stops everything/);
  return system;
}

test('after kill -9 of the launcher its services end, and the next start goes on with all data', async () => {
  const data = await temporaryFolder();
  const port = await findPorts(3);
  const first = await started(data, port);
  first.process.kill('SIGKILL');
  await waitFor(async () => (await isFree(port)) && (await isFree(port + 1)) && (await isFree(port + 2)));

  const second = await started(data, port);
  expect(second.output()).toContain('Ended a PostgreSQL that a former launcher had left behind.');
  expect(second.output()).not.toContain('made up in');
  expect((await ask(port + 1)).answer).toBe(5050);
});

test('a first start killed while it seeds is completed by the next one', async () => {
  const data = await temporaryFolder();
  const port = await findPorts(3);
  const args = ['--data', data, '--port', String(port), '--scale', '2'];
  const first = launch('start', args, { env: { FAKE_SLOW_MS: '20000' } });
  await first.says(/50 %/);
  first.process.kill('SIGKILL');
  await first.ended();

  // Without --scale: what the first start was given counts.
  await started(data, port);
  expect((await ask(port + 1)).answer).toBe(20100);
  expect((await ask(port + 2)).answer).toBe(20100);
});

test('a department that dies is named with the end of its log and started again; the others go on', async () => {
  const data = await temporaryFolder();
  const port = await findPorts(3);
  const system = await started(data, port, givenServer());
  const [alpha, beta] = [await ask(port + 1), await ask(port + 2)];

  process.kill(alpha.pid, 'SIGKILL');
  await system.says(
    /alpha ended \(SIGKILL\) and is started again now; the others go on\. .+:\n {2}the fake department listens/,
  );
  await system.says(/alpha answers again/);
  expect((await ask(port + 1)).answer).toBe(5050);
  expect((await ask(port + 2)).pid).toBe(beta.pid);

  process.kill((await ask(port + 1)).pid, 'SIGKILL');
  await system.says(/alpha ended \(SIGKILL\) and is started again in 1 s/);
});

test('PostgreSQL that dies is started again on its port, and the departments find it', async () => {
  const data = await temporaryFolder();
  const port = await findPorts(3);
  const system = await started(data, port);
  const postmaster = Number(
    (await readFile(join(data, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0],
  );

  process.kill(postmaster, 'SIGKILL');
  await system.says(/PostgreSQL runs again/);
  await waitFor(async () => (await ask(port + 1)).answer === 5050);
});

test('Ctrl-C while seeding ends at once and cleanly, and a second one ends what hangs', async () => {
  const env = givenServer();
  const data = await temporaryFolder();
  const port = await findPorts(3);
  const seeding = launch('start', ['--data', data, '--port', String(port)], {
    env: { ...env, FAKE_SLOW_MS: '60000' },
  });
  await seeding.says(/50 %/);
  expect(await seeding.stop()).toBe(0);
  expect(seeding.errors()).toBe('');

  const hanging = await started(data, port, { ...env, FAKE_DEAF: '1' });
  hanging.process.kill('SIGINT');
  await hanging.says(/Once more ends everything at once/);
  await sleep(600); // sooner it would count as the same keystroke
  expect(await hanging.stop()).toBe(130);
  await waitFor(async () => (await isFree(port + 1)) && (await isFree(port + 2)));
});
