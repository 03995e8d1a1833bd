import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gateway } from '../gateways/gateway.ts';
import { recordFetches } from '../gateways/record-fetches.ts';
import { checkAnswers } from '../load/check-answers.ts';
import type { LoadSetup } from '../load/run-load.ts';
import { isServing } from '../processes/ask.ts';
import { type Program, startProgram } from '../processes/start-process.ts';
import { signalTree } from '../processes/process-tree.ts';
import { say } from '../report/progress.ts';
import type { Workload } from '../workloads/workload.ts';
import { type Measurement, measureGateway, type Target } from './measure-gateway.ts';

const START_PATIENCE_MS = 60_000;

/** Where a workload runs. */
export interface Stage {
  /** Folder for files of this run. */
  folder: string;
  supergraph: string;
  /** File with the synthetic departments; empty for real ones. */
  departments: string;
  /** Of the first synthetic department, which records and counts; null for real ones. */
  recorderUrl: string | null;
  /** Ports from here on are for gateways. */
  firstPort: number;
  measuredCpus: string;
}

export interface Effort extends LoadSetup {
  rounds: number;
}

export interface WorkloadResult {
  workload: Workload;
  /** By gateway, one for each round, in the order of the gateways. */
  measurements: Map<Gateway, Measurement[]>;
  /** Gateways that did not take part, with the reason. */
  absent: Map<string, string>;
}

/**
 * Starts all gateways afresh, checks that they agree, and measures them in turns: in each round every
 * gateway once, beginning with another one each time, so that what disturbs the machine hits all alike.
 */
export async function runWorkload(
  workload: Workload,
  gateways: readonly Gateway[],
  stage: Stage,
  { rounds, ...setup }: Effort,
): Promise<WorkloadResult> {
  await using running = new AsyncDisposableStack();
  const absent = new Map(Object.entries(workload.without));
  const targets = new Map<Gateway, Target>();
  const fetches = join(stage.folder, 'fetches.json');

  for (const [index, gateway] of gateways.entries()) {
    if (absent.has(gateway.name)) continue;
    if (gateway.name === 'replay') await record(targets, workload, stage, fetches);
    try {
      const port = stage.firstPort + index;
      const { program, url } = await startGateway(gateway, port, stage, fetches);
      running.use(program);
      targets.set(gateway, { url, pid: program.pid, countFetches: fetchCounter(stage) });
    } catch (error) {
      absent.set(gateway.name, `does not start: ${(error as Error).message.slice(0, 300)}`);
    }
  }

  const named = [...targets].map(([{ name }, { url }]) => ({ name, url }));
  for (const [name, fault] of await checkAnswers(named, workload.operations)) {
    absent.set(name, `answers otherwise: ${fault}`);
  }

  const taking = [...targets].filter(([{ name }]) => !absent.has(name));
  const measurements = new Map<Gateway, Measurement[]>(taking.map(([gateway]) => [gateway, []]));
  // Those whose turn it is not would still run their timers and collect garbage on the CPU of the one that is measured.
  const pids = [...targets.values()].map(({ pid }) => pid);
  for (const pid of pids) signalTree(pid, 'SIGSTOP');
  running.defer(() => {
    for (const pid of pids) signalTree(pid, 'SIGCONT');
  });
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < taking.length; turn += 1) {
      const [gateway, target] = taking[(round + turn) % taking.length]!;
      signalTree(target.pid, 'SIGCONT');
      const measurement = await measureGateway(target, workload.operations, setup);
      signalTree(target.pid, 'SIGSTOP');
      measurements.get(gateway)!.push(measurement);
      const { requestsPerSecond, busy } = measurement;
      say(
        `${workload.name} ${round + 1}/${rounds} ${gateway.name}: ${requestsPerSecond.toFixed(0)}/s, busy ${busy.toFixed(2)}`,
      );
    }
  }
  return { workload, measurements, absent };
}

/** Starts a gateway, and waits until it answers. */
export async function startGateway(
  gateway: Gateway,
  port: number,
  stage: Stage,
  fetches: string,
): Promise<{ program: Program; url: string }> {
  const url = `http://127.0.0.1:${port}${gateway.path}`;
  const { supergraph, departments } = stage;
  const program: Program = startProgram({
    name: gateway.name,
    cpus: stage.measuredCpus,
    ...gateway.program({ supergraph, departments, fetches, port }),
  });
  // Limits know the operations of the workload only: they are ready when they answer at all.
  const isReady =
    gateway.kind === 'limit'
      ? () => fetch(url, { method: 'POST', body: '{}' }).then(() => true)
      : () => isServing(url);
  try {
    await program.waitUntil(isReady, START_PATIENCE_MS);
  } catch (error) {
    await program[Symbol.asyncDispose]();
    throw error;
  }
  return { program, url };
}

/** What the first gateway asks the departments for is what the replay will ask for. */
async function record(targets: Map<Gateway, Target>, { operations }: Workload, stage: Stage, file: string) {
  const [first] = targets.values();
  if (!first || stage.recorderUrl === null)
    throw new Error('The replay needs a gateway and synthetic departments.');
  writeFileSync(file, JSON.stringify(await recordFetches(first.url, stage.recorderUrl, operations)));
}

function fetchCounter({ recorderUrl }: Stage): Target['countFetches'] {
  if (recorderUrl === null) return null;
  return async () => {
    const response = await fetch(new URL('/counts', recorderUrl));
    return ((await response.json()) as { requests: number }).requests;
  };
}
