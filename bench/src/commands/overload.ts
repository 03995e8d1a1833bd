import { setTimeout as sleep } from 'node:timers/promises';
import { runLoad } from '../load/run-load.ts';
import { watchLoad } from '../load/watch-load.ts';
import { ask } from '../processes/ask.ts';
import { residentMibOf, usageOf } from '../processes/process-tree.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { quantile } from '../report/median.ts';
import { say } from '../report/progress.ts';
import { COSTLY, ONE_DEPARTMENT } from '../workloads/synthetic-workloads.ts';
import { withEachGateway } from './synthetic-stage.ts';

export interface OverloadOptions {
  gateways: readonly string[];
  /** Length of the overload. */
  seconds: number;
  /** How many times the rate that the gateway can answer. */
  times: number;
  connections: number;
  port: number;
}

/** Cheap operations, before, during and after. */
const CHEAP = { connections: 8, requestsPerSecond: 100 };
const CAPACITY = { connections: 16, seconds: 5 };
const CALM_SECONDS = 3;
/** It has recovered when so many cheap operations in a row take no longer than they did before. */
const IN_A_ROW = 5;
const RECOVERED_MS = 20;
const PATIENCE_S = 60;
const HEAD = [
  'gateway',
  'costly: can answer/s',
  'sent/s',
  'answered/s',
  'p50 ms',
  'p99 ms',
  'refused/s',
  'failed',
  'cheap before: p99 ms',
  'during: answered of sent',
  'p50 ms',
  'p99 ms',
  'recovered after s',
  'RSS MiB before',
  'peak',
];

/** Measures what becomes of costly and cheap operations when a gateway is asked many times more than it can answer. */
export async function measureOverload({ gateways, port, ...options }: OverloadOptions): Promise<void> {
  const rows: string[][] = [];
  await withEachGateway(gateways, port, async (name, url, pid) => {
    rows.push([name, ...(await overload(url, pid, options))]);
    say(`overload: ${rows.at(-1)!.join(' | ')}`);
  });
  process.stdout.write(
    `### ${options.times} times the load, over ${options.connections} connections\n\n${markdownTable(HEAD, rows)}\n\n`,
  );
}

async function overload(
  url: string,
  pid: number,
  { seconds, times, connections }: Omit<OverloadOptions, 'gateways' | 'port'>,
): Promise<string[]> {
  const capacity = await runLoad(url, COSTLY, CAPACITY);
  const canAnswer = capacity.requests / capacity.seconds;
  await recovery(url);
  const rssBefore = residentMibOf(pid);

  const cheap = watchLoad(url, ONE_DEPARTMENT, CHEAP);
  await sleep(CALM_SECONDS * 1000);
  const calm = await cheap.end();

  const requestsPerSecond = canAnswer * times;
  const costly = watchLoad(url, COSTLY, { connections, requestsPerSecond });
  const beside = watchLoad(url, ONE_DEPARTMENT, CHEAP);
  await sleep(seconds * 1000);
  const [flood, during] = await Promise.all([costly.end(), beside.end()]);
  const recoveredS = await recovery(url);
  const perSecond = (count: number) => figure(count / seconds);
  return [
    figure(canAnswer),
    perSecond(flood.answered.length + flood.refused.length + flood.failures),
    perSecond(flood.answered.length),
    figure(quantile(flood.answered, 0.5)),
    figure(quantile(flood.answered, 0.99)),
    perSecond(flood.refused.length),
    String(flood.failures),
    figure(quantile(calm.answered, 0.99)),
    `${during.answered.length} of ${CHEAP.requestsPerSecond * seconds}`,
    figure(quantile(during.answered, 0.5)),
    figure(quantile(during.answered, 0.99)),
    Number.isFinite(recoveredS) ? figure(recoveredS) : `more than ${PATIENCE_S}`,
    figure(rssBefore),
    figure(usageOf(pid).peakRssMib),
  ];
}

/** Seconds until cheap operations are answered as before. */
async function recovery(url: string): Promise<number> {
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  let good = 0;
  let firstGood = 0;
  while (good < IN_A_ROW && since() < PATIENCE_S) {
    const sent = performance.now();
    const answer = await Promise.race([ask(url, ONE_DEPARTMENT[0]!).catch(() => null), sleep(1000, null)]);
    const isGood = answer?.data != null && performance.now() - sent <= RECOVERED_MS;
    if (isGood && good === 0) firstGood = since();
    good = isGood ? good + 1 : 0;
    await sleep(20);
  }
  return good === IN_A_ROW ? firstGood : Infinity;
}
