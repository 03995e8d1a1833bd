import { readFileSync } from 'node:fs';
import type { RecordedOperation } from '../record-fetches.ts';
import { openPools, post } from './department-pools.ts';
import { serveBytes } from './serve-bytes.ts';

// node replay.ts DEPARTMENTS FETCHES PORT: for each known operation makes the recorded fetches wave by wave,
// reads their JSON, and sends the recorded answer: what is left when planning and shaping cost nothing.
const [departments, fetches, port] = process.argv.slice(2);
const pools = openPools(departments!);
const recorded: [string, RecordedOperation][] = JSON.parse(readFileSync(fetches!, 'utf8'));
const operations = new Map(
  recorded.map(([body, { waves, answer }]) => [body, { waves, answer: Buffer.from(answer) }]),
);

serveBytes(Number(port), async (body) => {
  const operation = operations.get(body.toString());
  if (!operation) return Buffer.from('{"errors":[{"message":"not recorded"}]}');
  for (const wave of operation.waves) {
    await Promise.all(
      wave.map(async ({ department, body }) => JSON.parse((await post(pools[department]!, body)).toString())),
    );
  }
  return operation.answer;
});
