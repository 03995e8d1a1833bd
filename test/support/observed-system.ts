import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSupergraph } from '@yiwang/composition';
import { AUDIENCE, createProviderKey, ISSUER, type ProviderKey } from '@yiwang/identity/testing';
import { completeSchema } from '@yiwang/schema-directives';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import {
  createTestGateway,
  DEPARTMENT_FLAGS,
  findPorts,
  startTraceCollector,
  type TestGateway,
  type TraceCollector,
} from '@yiwang/testing';
import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { fixturePages } from '../../packages/portal/test/server/support/fixture-pages.ts';
import { ROOT } from './compose-file.ts';
import { type RunningProgram, runProgram } from './run-program.ts';

/** Departments that run; the others are composed too, and do not answer. */
const RUNNING = ['enterprises', 'permits', 'services'];
const PORTAL = join(ROOT, 'packages/portal/server');
/** Time for what a test makes wait. */
const TIMEOUT_MS = 3000;

/** Portal, gateway and departments as processes of their own, which show everything that they can to operators. */
export interface ObservedSystem extends AsyncDisposable {
  /** Of the gateway, without a path. */
  url: string;
  /** Of the portal, without a path. */
  portalUrl: string;
  /** GraphQL of each department that runs. */
  departments: Readonly<Record<string, string>>;
  databases: Readonly<Record<string, TestDatabase>>;
  /** A department of the test, which answers as the test likes. */
  odd: SmallDepartment;
  /** For whom the gateway signs. */
  gateway: TestGateway;
  /** Who signs in. */
  provider: ProviderKey;
  collector: TraceCollector;
  /** What each service shows to Prometheus. */
  metrics(): Promise<Readonly<Record<string, string>>>;
  /** Ends all processes, which send what they have; returns what they wrote. */
  stop(): Promise<string>;
}

export async function openObservedSystem(): Promise<ObservedSystem> {
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-observed-'));
  undo.defer(() => rm(folder, { recursive: true }));
  const fileOf = async (name: string, content: unknown) => {
    const file = join(folder, name);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const [gateway, collector, provider, firstPort] = await Promise.all([
    createTestGateway(),
    startTraceCollector(),
    createProviderKey('EdDSA'),
    findPorts(RUNNING.length + 3),
  ]);
  undo.use(gateway);
  undo.use(collector);
  const odd = await startDepartment('odd', 'type Query { odd(text: String): String }', {
    Query: { odd: () => 'odd' },
  });
  undo.defer(() => odd.close());
  const observed = (index: number) => ({
    METRICS_PORT: String(firstPort + index),
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER_ARG: '1',
    LOG_LEVEL: 'trace',
    HOST: '127.0.0.1',
    PORT: '0',
  });

  const programs: RunningProgram[] = [];
  const run = (args: readonly string[], settings: Readonly<Record<string, string>>) => {
    const program = runProgram(ROOT, args, settings);
    programs.push(program);
    undo.defer(async () => void (await program.stop()));
    return program;
  };
  const databases = Object.fromEntries(
    await Promise.all(
      RUNNING.map(async (name) => {
        const database = await openTestDatabase(join(ROOT, 'subgraphs', name, 'migrations'));
        return [name, undo.use(database)] as const;
      }),
    ),
  );
  const urls = await Promise.all(
    RUNNING.map((name, index) =>
      urlOf(
        run([...DEPARTMENT_FLAGS, join('subgraphs', name, 'src/main.ts')], {
          ...observed(index + 1),
          DATABASE_URL: databases[name]!.url,
          GATEWAY_KEYS: gateway.keysFile,
          CURSOR_KEY: gateway.cursorKeyFile,
          ACCESS_LOG: join(folder, `log-${name}`),
          MATERIALS: join(folder, 'materials'),
          STATEMENT_TIMEOUT_MS: '300',
          OFFERS_AT: 'never',
        }),
      ),
    ),
  );
  const departments = Object.fromEntries(RUNNING.map((name, index) => [name, `${urls[index]}/graphql`]));
  const names = (await readdir(join(ROOT, 'subgraphs'))).sort();
  const subgraphs = await Promise.all(
    names.map(async (name) => ({
      name,
      url: departments[name] ?? 'http://127.0.0.1:1/graphql',
      sdl: completeSchema(await readFile(join(ROOT, 'subgraphs', name, 'schema.graphql'), 'utf8')),
    })),
  );
  const { supergraphSdl } = composeSupergraph([...subgraphs, odd]);
  const url = await urlOf(
    run(['gateway/src/main.ts', '--supergraph', await fileOf('supergraph.graphql', supergraphSdl)], {
      ...observed(0),
      TRUSTED_PROXIES: '127.0.0.1',
      TRACEPARENT_FROM: '127.0.0.1',
      GATEWAY_KEY: await fileOf('gateway.key', gateway.key),
      ISSUERS: await fileOf('issuers.json', [
        { issuer: ISSUER, jwks: { keys: [provider.jwk] }, audience: AUDIENCE },
      ]),
      ACCESS_LOG: join(folder, 'log-gateway'),
      DEPARTMENT_TIMEOUT_MS: String(TIMEOUT_MS / 2),
      OPERATION_TIMEOUT_MS: String(TIMEOUT_MS),
      DEPARTMENT_FAILURES: '0',
      BODY_LIMIT_BYTES: '65536',
    }),
  );
  const portalIndex = RUNNING.length + 1;
  const portalUrl = `http://127.0.0.1:${firstPort + portalIndex + 1}`;
  const sessions = undo.use(await openTestDatabase(join(PORTAL, 'migrations')));
  await urlOf(
    run([...DEPARTMENT_FLAGS, join(PORTAL, 'main.ts')], {
      ...observed(portalIndex),
      NODE_ENV: 'production',
      PORT: new URL(portalUrl).port,
      PUBLIC_URL: portalUrl,
      GATEWAY_URL: `${url}/graphql`,
      DATABASE_URL: sessions.url,
      PAGES: await fixturePages(),
      SESSION_KEY_FILE: await fileOf('session.key', randomBytes(32).toString('base64url')),
    }),
  );
  const metricsUrls = Object.fromEntries(
    ['gateway', ...RUNNING, 'portal'].map((name, index) => [
      name,
      `http://127.0.0.1:${firstPort + index}/metrics`,
    ]),
  );
  const opened = undo.move();
  return {
    ...{ url, portalUrl, departments, databases, odd, gateway, provider, collector },
    async metrics() {
      const texts = Object.entries(metricsUrls).map(async ([name, metricsUrl]) => [
        name,
        await (await fetch(metricsUrl)).text(),
      ]);
      return Object.fromEntries(await Promise.all(texts));
    },
    async stop() {
      await Promise.all(programs.map((program) => program.stop()));
      return programs.map((program) => program.output()).join('\n');
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function urlOf(program: RunningProgram): Promise<string> {
  const listening = /"url":"(http:[^"]+)".*"msg":"listening"/;
  await program.says(listening);
  return listening.exec(program.output())![1]!;
}
