import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { choose } from '../gateways/choose.ts';
import { takingPart } from '../gateways/gateway.ts';
import { divideCpus } from '../machine/cpus.ts';
import { BENCH } from '../places.ts';
import { OWN_NODE } from '../processes/node-binary.ts';
import { startProgram } from '../processes/start-process.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { say } from '../report/progress.ts';
import { reportWorkload } from '../report/workload-report.ts';
import { compose } from '../synthetic/compose.ts';
import { DEPARTMENTS } from '../synthetic/graph.ts';
import { SYNTHETIC_WORKLOADS } from '../workloads/synthetic-workloads.ts';
import { type Effort, runWorkload, type Stage } from './run-workload.ts';

/** So that departments seldom collect garbage while gateways wait for them. */
const DEPARTMENTS_HEAP = ['--max-semi-space-size=64', '--min-semi-space-size=64'];

export interface GatewaysOptions extends Effort {
  /** Names of workloads and of gateways; empty for all. */
  workloads: readonly string[];
  gateways: readonly string[];
  /** Another checkout of this project, whose gateway takes part as "baseline"; null for none. */
  baseline: string | null;
  /** Departments take the ports from here on, gateways those ten above. */
  port: number;
}

/** Measures the gateways over the synthetic departments; prints a section for each workload as it is done. */
export async function compareGateways({
  workloads,
  gateways,
  baseline,
  port,
  ...effort
}: GatewaysOptions): Promise<void> {
  const cpus = divideCpus();
  await using undo = new AsyncDisposableStack();
  const folder = undo.use(temporaryFolder()).path;

  const subgraphs = DEPARTMENTS.map(({ name, sdl }, index) => ({
    name,
    sdl,
    url: `http://127.0.0.1:${port + index}/`,
  }));
  const stage: Stage = {
    folder,
    supergraph: join(folder, 'supergraph.graphql'),
    departments: join(folder, 'departments.json'),
    recorderUrl: subgraphs[0]!.url,
    firstPort: port + 10,
    measuredCpus: cpus.measured,
  };
  writeFileSync(stage.supergraph, compose(subgraphs));
  writeFileSync(stage.departments, JSON.stringify(subgraphs));
  const departments = undo.use(
    startProgram({
      name: 'departments',
      command: OWN_NODE,
      args: [...DEPARTMENTS_HEAP, fileURLToPath(new URL('src/synthetic/main.ts', BENCH)), String(port)],
      cwd: BENCH,
      cpus: cpus.others,
    }),
  );
  await departments.waitUntil(async () => (await fetch(new URL('/counts', stage.recorderUrl!))).ok, 10_000);

  const taking = takingPart(gateways, baseline);
  for (const workload of choose(SYNTHETIC_WORKLOADS, workloads)) {
    say(`${workload.name}: ${workload.what}`);
    process.stdout.write(`${reportWorkload(await runWorkload(workload, taking, stage, effort))}\n\n`);
  }
}
