import { choose } from '../gateways/choose.ts';
import { takingPart } from '../gateways/gateway.ts';
import { say } from '../report/progress.ts';
import { reportWorkload } from '../report/workload-report.ts';
import { SYNTHETIC_WORKLOADS } from '../workloads/synthetic-workloads.ts';
import { type Effort, runWorkload } from './run-workload.ts';
import { openSyntheticStage } from './synthetic-stage.ts';

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
  await using opened = await openSyntheticStage(port);
  const { stage } = opened;
  const taking = takingPart(gateways, baseline);
  for (const workload of choose(SYNTHETIC_WORKLOADS, workloads)) {
    say(`${workload.name}: ${workload.what}`);
    process.stdout.write(`${reportWorkload(await runWorkload(workload, taking, stage, effort))}\n\n`);
  }
}
