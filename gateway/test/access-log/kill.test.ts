import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findingOf, readJournal, temporaryFolder } from './support/open-test-journal.ts';

const PROGRAM = fileURLToPath(new URL('support/append-for-ever.ts', import.meta.url));

test('a gateway that is killed again and again in the middle of its work loses nothing that was answered', async () => {
  const folder = await temporaryFolder();
  const answered = new Set<string>();
  for (let life = 0; life < 5; life++) {
    const child = spawn(process.execPath, [PROGRAM, folder, `life${life}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const before = answered.size;
    for await (const line of createInterface({ input: child.stdout })) {
      answered.add(line);
      if (answered.size - before === 500 + 211 * life) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(answered.size).toBeGreaterThan(before);
  }

  const kept = await readJournal(folder);
  const clients = new Set(kept.map(({ client }) => client));
  expect([...answered].filter((client) => !clients.has(client))).toEqual([]);
  expect(kept.length).toBe(clients.size);
  // Each life had a key of its own, so only the chain can be judged here.
  const chained = await findingOf(folder);
  expect(chained?.reason ?? 'SEAL_FORGED').toBe('SEAL_FORGED');
});
