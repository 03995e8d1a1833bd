import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '@yiwang/testing/random-graph';
import { checkHistory } from '../checker/check-history.ts';
import { describeRun } from '../checker/report.ts';
import type { Finding } from '../checker/finding.ts';
import type { Killed } from '../checker/history.ts';
import { readAtRest, runUsers } from '../checker/run-checker.ts';
import type { Fault } from './faults/fault.ts';
import { Measurement, type Seen } from './measure.ts';
import { run } from './network/run.ts';
import { startSystem } from './system/chaos-system.ts';

/** Seconds in which users work before the first fault: what is usual. */
const USUAL_S = 6;
/** Milliseconds within which all must be as before. */
const RECOVERY_MS = 90_000;

export interface ChaosOptions {
  faults: readonly Fault[];
  /** How long each fault lasts. */
  seconds: number;
  /** Choices of users and of packets that are lost follow from it, but not when what happens. */
  seed: string;
  /** Whether two processes of some services run, behind a balancer. */
  hasPairs: boolean;
  /** Takes the logs of all processes; they are thrown away when left out. */
  logs?: string | undefined;
  onProgress: (text: string) => void;
}

export interface FaultResult {
  name: string;
  title: string;
  during: Seen;
  /** Milliseconds from its end to the last request that failed; null when that did not come in time. */
  backMs: number | null;
}

export interface ChaosResult {
  seed: string;
  usual: Seen;
  faults: readonly FaultResult[];
  /** What should not be, by the rules of the checker. */
  findings: readonly Finding[];
  /** What users did, and what is stored, in lines. */
  description: string;
}

/** Lets users work while one fault follows the other, and compares what they were told with what is stored. */
export async function runChaos({
  faults,
  seconds,
  seed,
  hasPairs,
  logs,
  onProgress,
}: ChaosOptions): Promise<ChaosResult> {
  await run('mkdir', '-p', '/run/netns');
  await run('mount', '-t', 'tmpfs', 'tmpfs', '/run/netns');
  const data = await mkdtemp(join(tmpdir(), 'yiwang-chaos-'));
  await using undo = new AsyncDisposableStack();
  undo.defer(async () => {
    await run('umount', '--lazy', '--recursive', data).catch(() => {});
    await rm(data, { recursive: true, force: true });
  });
  await run('mount', '-t', 'tmpfs', '-o', 'size=4g', 'tmpfs', data);
  if (logs) undo.defer(() => cp(join(data, 'logs'), logs, { recursive: true }));
  const system = await startSystem(
    {
      data,
      random: createRandom(`${seed} network`),
      hasPairs,
      hasRealDisk: faults.some(({ needsRealDisk }) => needsRealDisk),
      onProgress,
    },
    undo,
  );

  using measurement = new Measurement();
  const results: FaultResult[] = [];
  const kills: Killed[] = [];
  let usual: Seen | undefined;
  const result = await runUsers({
    data,
    seed,
    seconds: USUAL_S,
    thinkMs: 300,
    killEveryMs: null,
    applicants: 14,
    uploaders: 3,
    officials: 4,
    readers: 4,
    matterApplicants: 4,
    matterOfficials: 1,
    async meanwhile() {
      usual = measurement.seen(Date.now() - USUAL_S * 1000, Date.now());
      for (const fault of faults) results.push(await tryFault(fault));
    },
  });
  onProgress('comparing');
  const stored = await readAtRest(data, undefined, system.addresses);
  const findings = checkHistory({ ...result.history, kills }, stored).filter(
    (finding) => !faults.some(({ explains }) => explains?.(finding)),
  );
  return {
    seed,
    usual: usual!,
    faults: results,
    findings,
    description: describeRun(result, stored, findings),
  };

  async function tryFault(fault: Fault): Promise<FaultResult> {
    const { name, title } = fault;
    onProgress(title);
    if (fault.prepare) {
      if (fault.breaksOff) kills.push({ name: fault.breaksOff, at: Date.now() });
      await fault.prepare(system);
      await measurement.untilCalm(Date.now(), RECOVERY_MS);
    }
    const startedAt = Date.now();
    if (fault.breaksOff) kills.push({ name: fault.breaksOff, at: startedAt });
    const end = await fault.begin(system);
    if (end) {
      await sleep(Math.max(0, startedAt + seconds * 1000 - Date.now()));
      await end();
    }
    const endedAt = Date.now();
    const backMs = await measurement.untilCalm(endedAt, RECOVERY_MS, end ? 0 : seconds * 1000);
    onProgress(`  ${backMs === null ? 'not as before' : `as before after ${(backMs / 1000).toFixed(1)} s`}`);
    return { name, title, during: measurement.seen(startedAt, end ? endedAt : Date.now()), backMs };
  }
}
