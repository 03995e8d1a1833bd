import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { composeSupergraph } from '@yiwang/composition';
import { createKey, publicKeyOf } from '@yiwang/identity';
import { AUDIENCE, createProviderKey, ISSUER, signToken } from '@yiwang/identity/testing';
import { completeSchema } from '@yiwang/schema-directives';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { bareEnvironment, createTestGateway, DEPARTMENT_FLAGS, findPorts } from '@yiwang/testing';
import { type GatewayProcess, spawnGateway } from '../../../gateway/test/support/spawn-gateway.ts';
import { MIGRATIONS, NAME, SCHEMA_FILE } from '../../../packages/subgraph-kit/test/support/papers/papers.ts';

const PROGRAM = fileURLToPath(
  new URL('../../../packages/subgraph-kit/test/support/papers/papers-program.ts', import.meta.url),
);

/** A gateway in front of a department that takes papers, both as processes, over a real database. */
export interface PaperSystem extends AsyncDisposable {
  /** Of the gateway, without a path. */
  url: string;
  /** Of the department. */
  departmentUrl: string;
  gateway: GatewayProcess;
  database: TestDatabase;
  /** Where the department stores materials, unless it is told another place. */
  folder: string;
  readonly department: ChildProcess;
  /** Kills the department at once. */
  kill(): Promise<void>;
  /** Asks the department to end, and waits. */
  stop(): Promise<void>;
  /** Starts it where it was. */
  start(): Promise<void>;
  token(user: string, claims?: Record<string, unknown>): Promise<string>;
  /** Records of who reads what, parsed. */
  logOf(whose: 'gateway' | 'department'): Promise<Record<string, unknown>[]>;
}

export interface PaperSystemOptions {
  department?: Record<string, string>;
  gateway?: Record<string, string>;
}

export async function startPaperSystem(options: PaperSystemOptions = {}): Promise<PaperSystem> {
  await using undo = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'yiwang-papers-'));
  undo.defer(() => rm(home, { recursive: true, force: true }));
  const database = undo.use(await openTestDatabase(MIGRATIONS));
  const keys = undo.use(await createTestGateway());
  const port = await findPorts(1);
  const departmentUrl = `http://127.0.0.1:${port}`;
  const [provider, key] = await Promise.all([createProviderKey('EdDSA'), createKey()]);
  const fileOf = async (name: string, content: unknown) => {
    const file = join(home, name);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const materials = join(home, 'materials');
  const environment: NodeJS.ProcessEnv = {
    ...bareEnvironment(),
    DATABASE_URL: database.serviceUrl,
    PORT: String(port),
    GATEWAY_KEYS: await fileOf('gateways.json', { keys: [publicKeyOf(key)] }),
    CURSOR_KEY: keys.cursorKeyFile,
    ACCESS_LOG: join(home, 'department-log'),
    MATERIALS: materials,
    ...options.department,
  };
  let department = await startDepartment(environment);
  undo.defer(() => void department.kill('SIGKILL'));

  const sdl = completeSchema(await readFile(SCHEMA_FILE, 'utf8'));
  const { supergraphSdl } = composeSupergraph([{ name: NAME, url: `${departmentUrl}/graphql`, sdl }]);
  const gateway = await spawnGateway(await fileOf('supergraph.graphql', supergraphSdl), {
    ISSUERS: await fileOf('issuers.json', [
      { issuer: ISSUER, jwks: { keys: [provider.jwk] }, audience: AUDIENCE },
    ]),
    GATEWAY_KEY: await fileOf('gateway.key', key),
    GATEWAY_NAME: 'gateway-1',
    ACCESS_LOG: join(home, 'gateway-log'),
    ...options.gateway,
  });
  undo.defer(() => void gateway.child.kill('SIGKILL'));
  const opened = undo.move();
  return {
    url: gateway.url,
    departmentUrl,
    gateway,
    database,
    folder: join(materials, NAME),
    get department() {
      return department;
    },
    async kill() {
      const exited = once(department, 'exit');
      department.kill('SIGKILL');
      await exited;
    },
    async stop() {
      const exited = once(department, 'exit');
      department.kill('SIGTERM');
      await exited;
    },
    async start() {
      department = await startDepartment(environment);
    },
    token: (user, claims) => signToken(provider, { sub: user, azp: 'portal', ...claims }),
    logOf: (whose) => readRecords(join(home, `${whose}-log`)),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function startDepartment(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...DEPARTMENT_FLAGS, PROGRAM], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The department ended with ${code} before it listened.`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const entry = JSON.parse(line) as { msg?: string; level?: unknown };
      if (entry.msg === 'listening') resolve();
      else if (process.env['SHOW_LOG']) process.stderr.write(`${line}\n`);
    });
  });
  return child;
}

async function readRecords(folder: string): Promise<Record<string, unknown>[]> {
  const { readdir } = await import('node:fs/promises');
  const files = (await readdir(folder)).sort();
  const records: Record<string, unknown>[] = [];
  for (const file of files.filter((name) => name.endsWith('.jsonl') || name.endsWith('.log'))) {
    for (const line of (await readFile(join(folder, file), 'utf8')).split('\n')) {
      const json = line.slice(line.indexOf('{'));
      if (json.includes('"client"')) records.push(JSON.parse(json) as Record<string, unknown>);
    }
  }
  return records;
}
