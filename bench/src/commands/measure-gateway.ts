import { type LoadSetup, runLoad } from '../load/run-load.ts';
import type { Operation } from '../processes/ask.ts';
import { usageOf } from '../processes/process-tree.ts';
import { quantile } from '../report/median.ts';

export interface Measurement {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** CPU time of the gateway for one request. */
  cpuMsPerRequest: number;
  /** Share of one CPU that the gateway used; well under 1, the departments or the load were the limit. */
  busy: number;
  /** Requests to departments for one request; null where nobody counts them. */
  fetchesPerRequest: number | null;
  peakRssMib: number;
  failures: number;
}

export interface Target {
  url: string;
  pid: number;
  /** Null when the departments do not count. */
  countFetches: (() => Promise<number>) | null;
}

/** Warms up for a fifth of the time, at least one second, then measures. */
export async function measureGateway(
  { url, pid, countFetches }: Target,
  operations: readonly Operation[],
  { seconds, ...setup }: LoadSetup,
): Promise<Measurement> {
  await runLoad(url, operations, { ...setup, seconds: Math.max(1, Math.round(seconds / 5)) });

  const before = usageOf(pid);
  const fetchesBefore = (await countFetches?.()) ?? 0;
  const load = await runLoad(url, operations, { ...setup, seconds });
  const fetches = ((await countFetches?.()) ?? 0) - fetchesBefore;
  const after = usageOf(pid);
  const cpuMs = after.cpuMs - before.cpuMs;

  return {
    requestsPerSecond: load.requests / load.seconds,
    p50Ms: quantile(load.latencies, 0.5),
    p99Ms: quantile(load.latencies, 0.99),
    cpuMsPerRequest: cpuMs / load.requests,
    busy: cpuMs / (load.seconds * 1000),
    fetchesPerRequest: countFetches ? fetches / load.requests : null,
    peakRssMib: after.peakRssMib,
    failures: load.failures,
  };
}
