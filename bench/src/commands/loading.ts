import { cpus } from 'node:os';
import { join } from 'node:path';
import { usageOf } from '../processes/process-tree.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { say } from '../report/progress.ts';
import { startSystem } from '../system/start-system.ts';

const ENTERPRISES_AT_SCALE_1 = 20_000;

export interface LoadingOptions {
  scale: number;
  /** First of 10 ports. */
  port: number;
}

/** Times a first start, which loads everything, and the start after it, on all CPUs. */
export async function measureLoading({ scale, port }: LoadingOptions): Promise<void> {
  using folder = temporaryFolder();
  const setup = { data: join(folder.path, 'data'), port, scale, cpus: `0-${cpus().length - 1}` };
  const rows: string[][] = [];
  for (const start of ['first start', 'next start']) {
    say(`loading at scale ${scale}: ${start}`);
    await using system = await startSystem(setup);
    const { peakRssMib } = usageOf(system.program.pid);
    rows.push([start, figure(system.startMs / 1000), figure(peakRssMib)]);
  }
  const head = ['start', 's to the first answer', 'sum of peak MiB'];
  const title = `### loading at scale ${scale}: ${scale * ENTERPRISES_AT_SCALE_1} enterprises`;
  process.stdout.write(`${title}\n\n${markdownTable(head, rows)}\n\n`);
}
