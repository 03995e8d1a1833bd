import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const PROGRAM = `
  const { stopSignal } = await import(${JSON.stringify(new URL('../src/http/stop-signal.ts', import.meta.url).href)});
  const stopped = stopSignal();
  // As a server that listens, until it is closed.
  const server = setInterval(() => {}, 60_000);
  process.send('started');
  const reason = await stopped;
  if (process.connected) process.send(reason);
  clearInterval(server);
`;

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a process that is sent %s ends, although the one that started it goes on',
  async (signal) => {
    const child = fork('-', [], { execArgv: ['--input-type=module', '--eval', PROGRAM] });
    try {
      expect(await once(child, 'message')).toContain('started');
      child.kill(signal);
      expect(await once(child, 'message')).toContain(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  },
);

test('a process ends with the one that started it', async () => {
  const child = fork('-', [], { execArgv: ['--input-type=module', '--eval', PROGRAM] });
  try {
    expect(await once(child, 'message')).toContain('started');
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
  }
});
