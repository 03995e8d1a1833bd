import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Gateway } from '../gateways/gateway.ts';
import { divideCpus } from '../machine/cpus.ts';
import { ROOT } from '../places.ts';
import { ask, type Operation } from '../processes/ask.ts';
import { GATEWAY_HEAP, PROJECT_NODE } from '../processes/node-binary.ts';
import { startProgram } from '../processes/start-process.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { median } from '../report/median.ts';
import { say } from '../report/progress.ts';
import { reportWorkload } from '../report/workload-report.ts';
import { firstUsccs, startSystem } from '../system/start-system.ts';
import type { PageOptions } from './page.ts';
import { runWorkload } from './run-workload.ts';

const CLIENT = 'bench';
const LOGGED = fileURLToPath(new URL('../gateways/servers/logged.ts', import.meta.url));

/** What is compared: the first is what the others are measured by. */
const KINDS = [
  ['no-log', 'none'],
  ['written', 'written'],
  ['handed-over', 'shipped'],
] as const;

/** The same for all: a gateway that answers fewer requests shares fewer statements and fetches, which would be measured with it. */
const REQUESTS_PER_SECOND = 300;

/** Measures what it costs to write down who reads an enterprise's page, and to hand that over to the exchange. */
export async function measureAccessLog({ data, scale, port, ...effort }: PageOptions): Promise<void> {
  const cpus = divideCpus();
  using folder = temporaryFolder();
  const dataFolder = data ?? join(folder.path, 'data');
  say(`access-log: starting the system at scale ${scale}`);
  await using system = await startSystem({ data: dataFolder, port, scale, cpus: cpus.others });
  const { ENTERPRISE_PAGE } = await import(new URL('test/queries.ts', ROOT).href);
  const usccs = await firstUsccs(system.url, 100);
  const headers = await headersOf(dataFolder);
  const operations: Operation[] = usccs.map((uscc) => ({
    query: ENTERPRISE_PAGE,
    variables: { uscc },
    headers,
  }));

  const grants = join(folder.path, 'grants.json');
  await writeFile(grants, '[]');
  const exchange = `http://127.0.0.1:${await exchangePort(system.url)}/graphql`;
  const gateways = KINDS.map(([name, kind]): Gateway => {
    const env = {
      SUPERGRAPH: system.supergraph,
      ISSUERS: join(dataFolder, 'keys/issuers.json'),
      GATEWAY_KEY: join(dataFolder, 'keys/gateway.key'),
      GATEWAY_NAME: 'gateway',
      ACCESS_LOG: join(folder.path, `journal-${kind}`),
      GRANTS: grants,
      LOG_LEVEL: 'error',
    };
    return {
      name,
      kind: 'ours',
      path: '/graphql',
      program: ({ port: own }) => ({
        command: PROJECT_NODE,
        args: [...GATEWAY_HEAP, LOGGED, kind, exchange],
        env: { ...env, PORT: String(own) },
        cwd: ROOT,
      }),
    };
  });

  const stage = {
    folder: folder.path,
    supergraph: system.supergraph,
    departments: '',
    recorderUrl: null,
    firstPort: port + 10,
    measuredCpus: cpus.measured,
  };
  await grantAll(gateways[0]!, port + 20, operations[0]!, grants, cpus.others);
  const workload = {
    name: 'access-log',
    what: `the page of one of ${usccs.length} enterprises with what is shared with condition, one record for each answer`,
    operations,
    without: {},
  };
  const result = await runWorkload(workload, gateways, stage, {
    ...effort,
    requestsPerSecond: REQUESTS_PER_SECOND,
  });
  process.stdout.write(`${reportWorkload(result)}\n\n`);
  const cpuOf = (gateway: Gateway) =>
    median((result.measurements.get(gateway) ?? []).map(({ cpuMsPerRequest }) => cpuMsPerRequest));
  const [without, ...others] = gateways;
  for (const gateway of others) {
    const more = (cpuOf(gateway) / cpuOf(without!) - 1) * 100;
    process.stdout.write(
      `${gateway.name}: ${more.toFixed(1)} % more CPU for each request than without a log\n`,
    );
  }
}

async function headersOf(data: string): Promise<Record<string, string>> {
  const { readPrivateKey, signClientToken } = await import(
    new URL('packages/identity/src/index.ts', ROOT).href
  );
  const key = await readPrivateKey(await readFile(join(data, 'keys/issuer.key'), 'utf8'));
  const client = { id: CLIENT, user: null, department: null, scopes: [] };
  return {
    authorization: `Bearer ${await signClientToken(key, client, 86_400)}`,
    'purpose-basis': 'bench',
    'purpose-case': '1',
    'purpose-requester': 'bench',
  };
}

/** The registry is the exchange department: it knows where it is. */
async function exchangePort(gateway: string): Promise<string> {
  const { data } = await ask(gateway, {
    query: '{ department(name: "exchange") { subgraph { url } } }',
    variables: {},
  });
  const { department } = data as { department: { subgraph: { url: string } } };
  return new URL(department.subgraph.url).port;
}

/** Asks a gateway, and grants what it refuses, until it refuses nothing. */
async function grantAll(
  gateway: Gateway,
  port: number,
  operation: Operation,
  file: string,
  cpus: string,
): Promise<void> {
  const setup = { supergraph: '', departments: '', fetches: '', port };
  await using program = startProgram({ name: gateway.name, cpus, ...gateway.program(setup) });
  const url = `http://127.0.0.1:${port}${gateway.path}`;
  const fields = new Set<string>();
  await program.waitUntil(async () => {
    const { errors = [], data } = await ask(url, operation);
    const refused = errors.flatMap((error) => {
      const { reason, coordinate } =
        (error as { extensions?: { reason?: string; coordinate?: string } }).extensions ?? {};
      return reason === 'GRANT' && coordinate ? [coordinate] : [];
    });
    if (refused.some((coordinate) => !fields.has(coordinate))) {
      for (const coordinate of refused) fields.add(coordinate);
      const grant = { id: 'g1', client: CLIENT, fields: [...fields], regions: null, basis: 'bench' };
      const times = { from: '2000-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' };
      await writeFile(file, JSON.stringify([{ ...grant, ...times }]));
    }
    return data != null && errors.length === 0;
  }, 60_000);
  say(`access-log: ${fields.size} fields are granted`);
}
