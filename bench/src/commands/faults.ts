import { setTimeout as sleep } from 'node:timers/promises';
import { watchLoad } from '../load/watch-load.ts';
import { ask } from '../processes/ask.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { quantile } from '../report/median.ts';
import { say } from '../report/progress.ts';
import { type Fault, FAULTS } from '../synthetic/faults.ts';
import { DEPARTMENTS } from '../synthetic/graph.ts';
import { ALL_DEPARTMENTS, ONE_DEPARTMENT } from '../workloads/synthetic-workloads.ts';
import { type SyntheticStage, withEachGateway } from './synthetic-stage.ts';

export interface FaultsOptions {
  gateways: readonly string[];
  /** Length of one turn, in seconds. */
  seconds: number;
  /** Seconds from the begin of a fault to the measurement. */
  settle: number;
  port: number;
}

/** The department that has the fault: the first load does not need it, the second does. */
const FAULTY = DEPARTMENTS.findIndex(({ name }) => name === 'permits');
const BESIDE = { connections: 32, requestsPerSecond: 400 };
const THROUGH = { connections: 32, requestsPerSecond: 40 };
const HEAD = [
  'gateway',
  'the department',
  'without it: p50 ms',
  'p99 ms',
  'p99 to no fault',
  'with it: answers/s',
  'p50 ms',
  'p99 ms',
  'the rest of the answer',
];

/** Measures what one department with a fault costs operations that need it, and those that do not. */
export async function measureFaults({ gateways, seconds, settle, port }: FaultsOptions): Promise<void> {
  const rows: string[][] = [];
  await withEachGateway(gateways, port, async (name, url, _pid, stage) => {
    // What is compiled for the first requests would count as a fault of calm times.
    await measureFault(url, 'none', stage, { seconds: 0, settle });
    let calm = Number.NaN;
    for (const fault of FAULTS) {
      const measured = await measureFault(url, fault, stage, { seconds, settle });
      if (fault === 'none') calm = measured.besideP99;
      const { beside, besideP99, through, rest } = measured;
      rows.push([
        name,
        fault,
        figure(quantile(beside, 0.5)),
        figure(besideP99),
        figure(besideP99 / calm),
        figure(through.length / seconds),
        figure(quantile(through, 0.5)),
        figure(quantile(through, 0.99)),
        rest,
      ]);
      say(`faults: ${rows.at(-1)!.join(' | ')}`);
    }
  });
  process.stdout.write(`### a department with a fault\n\n${markdownTable(HEAD, rows)}\n\n`);
}

async function measureFault(
  url: string,
  fault: Fault,
  { recorderUrl }: SyntheticStage['stage'],
  { seconds, settle }: { seconds: number; settle: number },
) {
  await setFault(recorderUrl, fault);
  try {
    const loads = [watchLoad(url, ONE_DEPARTMENT, BESIDE), watchLoad(url, ALL_DEPARTMENTS, THROUGH)] as const;
    await sleep(settle * 1000);
    for (const load of loads) load.begin();
    await sleep(seconds * 1000);
    const rest = await restOfAnswer(url);
    const [beside, through] = await Promise.all([loads[0].end(), loads[1].end()]);
    return {
      beside: beside.answered,
      besideP99: beside.failures + beside.refused.length > 0 ? Infinity : quantile(beside.answered, 0.99),
      through: through.answered,
      rest,
    };
  } finally {
    await setFault(recorderUrl, 'none');
  }
}

/** What a client has of an enterprise while one of its departments does not answer. */
async function restOfAnswer(url: string): Promise<string> {
  const answer = await Promise.race([
    ask(url, ALL_DEPARTMENTS[0]!).catch(() => null),
    sleep(30_000, null, { ref: false }),
  ]);
  if (!answer) return 'no answer';
  const { enterprise } = (answer.data ?? {}) as { enterprise?: Record<string, unknown> | null };
  if (!enterprise) return 'nothing';
  const missing = Object.keys(enterprise).filter((field) => enterprise[field] == null);
  return missing.length === 0 ? 'all' : `all but ${missing.join(', ')}`;
}

async function setFault(recorderUrl: string, fault: Fault): Promise<void> {
  const answer = await fetch(new URL(`/fault/${FAULTY}/${encodeURIComponent(fault)}`, recorderUrl));
  if ((await answer.text()) !== 'set') throw new Error(`The departments know no fault ${fault}.`);
}
