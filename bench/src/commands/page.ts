import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takingPart } from '../gateways/gateway.ts';
import { divideCpus } from '../machine/cpus.ts';
import { ROOT } from '../places.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { say } from '../report/progress.ts';
import { reportWorkload } from '../report/workload-report.ts';
import { firstUsccs, startSystem } from '../system/start-system.ts';
import type { Workload } from '../workloads/workload.ts';
import { type Effort, runWorkload } from './run-workload.ts';

export interface PageOptions extends Effort {
  /** Folder of the system's data; null for a fresh one that is removed again. */
  data: string | null;
  scale: number;
  /** Names of gateways; empty for all. */
  gateways: readonly string[];
  /** Another checkout of this project, whose gateway takes part as "baseline"; null for none. */
  baseline: string | null;
  /** First of 30 ports. */
  port: number;
}

/** Register, permits and region, which have @cacheControl; tax and land say nothing. */
const KEPT_PAGE = `query Page($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc name status registeredOn businessScope industry { code name } region { code fullName }
    permits(first: 10) { totalCount edges { node { number name validFrom validUntil status serviceItem { code name } } } }
  }
}`;

const OVER_REAL_DEPARTMENTS = 'it knows the synthetic departments only';

/** Measures the gateways on the page of an enterprise, over the real departments and PostgreSQL. */
export async function comparePage({
  data,
  scale,
  gateways,
  baseline,
  port,
  ...effort
}: PageOptions): Promise<void> {
  const cpus = divideCpus();
  using folder = temporaryFolder();
  say(`page: starting the system at scale ${scale}`);
  await using system = await startSystem({
    data: data ?? join(folder.path, 'data'),
    port,
    scale,
    cpus: cpus.others,
    // Peers do not sign what they ask.
    env: { UNSIGNED: 'allow' },
  });
  // The page that the system's own tests ask for.
  const { ENTERPRISE_PAGE } = await import(new URL('test/queries.ts', ROOT).href);
  const usccs = await firstUsccs(system.url, 100);
  const workloadOf = (name: string, what: string, query: string): Workload => ({
    name,
    what: `${what} of one of ${usccs.length} enterprises, from real departments over PostgreSQL`,
    operations: usccs.map((uscc) => ({ query, variables: { uscc } })),
    without: {
      proxy: OVER_REAL_DEPARTMENTS,
      replay: OVER_REAL_DEPARTMENTS,
      grafbase: OVER_REAL_DEPARTMENTS,
      mercurius: 'it reads Federation 1 only; the departments are Federation 2',
    },
  });
  const workloads = [
    workloadOf('page', 'the whole page', ENTERPRISE_PAGE),
    workloadOf('page-kept', 'what departments allow to keep of the page', KEPT_PAGE),
  ];
  const stage = {
    folder: folder.path,
    supergraph: await openSupergraph(system.supergraph, folder.path),
    departments: '',
    recorderUrl: null,
    firstPort: port + 10,
    measuredCpus: cpus.measured,
  };
  const taking = takingPart(gateways, baseline);
  for (const workload of workloads) {
    process.stdout.write(`${reportWorkload(await runWorkload(workload, taking, stage, effort))}\n\n`);
  }
}

/** Nobody is refused anything here, and the stock gateway serves no supergraph with security features that it does not know. */
async function openSupergraph(file: string, folder: string): Promise<string> {
  const open = join(folder, 'supergraph.graphql');
  await writeFile(open, (await readFile(file, 'utf8')).replaceAll(', for: SECURITY', ''));
  return open;
}
