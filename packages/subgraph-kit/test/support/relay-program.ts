import { appendFileSync } from 'node:fs';
// Not the index of the kit, which takes long to load.
import { openDatabase } from '../../src/database/open-database.ts';
import type { OutboxMessage } from '../../src/outbox/messages.ts';
import { startRelay } from '../../src/outbox/relay.ts';

// A process with a relay, that publishes to a file: a line a row, written at once. It goes on until it is killed.
// relay-program.ts <database> <role> <file> <rows after which it stops in the middle of publishing; 0 for never>

const [url, role, file, stopAfter] = process.argv.slice(2) as [string, string, string, string];

const { sql } = openDatabase(url, { connections: 3, role });
let published = 0;

async function publish(messages: readonly OutboxMessage[]): Promise<void> {
  for (const { id, key, payload } of messages) {
    appendFileSync(file, `${JSON.stringify({ id, key, n: payload['n'] })}\n`);
    published += 1;
    if (published !== Number(stopAfter)) continue;
    process.stdout.write('stopped\n');
    await new Promise(() => setInterval(() => {}, 1000));
  }
}

startRelay(sql, {
  department: 'dogs',
  pollMs: 20,
  openPublisher: async () => ({ publish, async [Symbol.asyncDispose]() {} }),
});
process.stdout.write('started\n');
