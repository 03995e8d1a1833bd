import { createKey } from '@yiwang/identity';
import { createLogger } from '@yiwang/service/logging';
import { openJournal } from '@yiwang/access-log/journal';

// Appends as fast as it can, and says of each record that it is written down, as an answer would.
const [folder, name] = process.argv.slice(2) as [string, string];
const journal = await openJournal({
  folder,
  gateway: 'edge',
  key: { current: await createKey() },
  logger: createLogger('test', 'silent'),
  segmentBytes: 40_000,
});
if (journal.fault) throw journal.fault;

async function append(writer: number): Promise<void> {
  for (let number = 0; ; number++) {
    const client = `${name}-${writer}-${number}`;
    await journal.append({
      client,
      user: null,
      department: null,
      grants: [],
      purpose: null,
      subjects: [],
      moreSubjects: 0,
      fields: ['Taxpayer.arrears'],
      request: 'r',
      requestHash: 'h',
      outcome: 'COMPLETE',
    });
    process.stdout.write(`${client}\n`);
  }
}
await Promise.all(Array.from({ length: 20 }, (_, writer) => append(writer)));
