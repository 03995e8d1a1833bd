import { readFileSync } from 'node:fs';
import { sendInputs } from '@yiwang/testing/raw-input';
import { expect, onTestFinished, test } from 'vitest';
import { startSmallGraphFile } from './support/small-graph-file.ts';
import { spawnGateway } from './support/spawn-gateway.ts';

/** More inputs, or others: FUZZ_CASES=1000000 FUZZ_SEED=x, as `npm --prefix bench run raw-input` does. */
const INPUTS = Number(process.env['FUZZ_CASES'] ?? 20_000);
const SEED = process.env['FUZZ_SEED'] ?? 'raw input';
/** Inputs between two checks that the gateway answers as before. */
const ROUND = 2_000;
const ERROR_LEVEL = 50;
/** What it takes to serve is there after a third of the inputs; later, so much may come and go. */
const MOST_GROWTH_MIB = 100;
const DOCUMENTS = [
  '{ __typename }',
  '{ enterprise(uscc: "E1") { name permitCount } }',
  'query Q($uscc: ID!) { enterprise(uscc: $uscc) { ...F } } fragment F on Enterprise { name permitCount }',
  'query Q($with: Boolean = true) { enterprises @include(if: $with) { name ... @skip(if: $with) { permitCount } } }',
  '{ a: enterprise(uscc: "E1") { n: name } b: enterprise(uscc: "E2") { n: name } }',
  '{ enterprises { name ... @defer(label: "later") { permitCount } } }',
  '{ __schema { types { name fields { name type { kind ofType { name } } } } } }',
  '{ __type(name: "Enterprise") { description interfaces { name } } }',
  'mutation { nothing }',
  'subscription { nothing }',
];

test(
  `${INPUTS} raw inputs crash nothing, break nothing, and leave nothing behind`,
  async () => {
    await using graph = await startSmallGraphFile();
    const gateway = await spawnGateway(graph.file, {
      LOG_LEVEL: 'info',
      // All come from one address.
      RATE_LIMIT_PUBLIC_REQUESTS: '0',
      PLANNER_BUDGET_MS: '0',
    });
    onTestFinished(() => void gateway.child.kill('SIGKILL'));
    const statuses = new Set<number>();
    const memory: number[] = [];

    for (let from = 0; from < INPUTS; from += ROUND) {
      const to = Math.min(INPUTS, from + ROUND);
      const run = await sendInputs({
        url: gateway.url,
        from,
        to,
        seed: SEED,
        documents: DOCUMENTS,
        webSockets: 0.25,
      });
      for (const status of run.statuses.keys()) statuses.add(status);

      expect(run.findings).toEqual([]);
      expect(gateway.child.exitCode).toBeNull();
      expect(await answerOf(gateway.url)).toBe('{"data":{"enterprise":{"permitCount":2}}}');
      memory.push(residentMib(gateway.child.pid!));
    }

    // What clients do wrong is not the gateway's fault.
    expect(gateway.log.filter(({ level }) => Number(level) >= ERROR_LEVEL).slice(0, 3)).toEqual([]);
    // Of each kind something was understood and something refused: else the inputs would be of no use.
    expect([...statuses]).toEqual(expect.arrayContaining([101, 200, 400, 404, 405, 415]));
    expect(memory.at(-1)! - memory[Math.floor(memory.length / 3)]!).toBeLessThan(MOST_GROWTH_MIB);
  },
  // A million takes a quarter of an hour.
  Math.max(120_000, INPUTS * 5),
);

async function answerOf(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ enterprise(uscc: "E1") { permitCount } }' }),
  });
  return response.text();
}

function residentMib(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}
