import { fileURLToPath, pathToFileURL } from 'node:url';
import { BENCH, ROOT } from '../places.ts';
import { choose } from './choose.ts';
import { grafbaseBinary, writeGrafbaseConfig } from './grafbase.ts';
import { ALLOCATOR, GATEWAY_HEAP, OWN_NODE, PROJECT_NODE } from '../processes/node-binary.ts';
import type { ProgramSpec } from '../processes/start-process.ts';

/** What a gateway is started with. */
export interface GatewaySetup {
  /** Path of the supergraph SDL. */
  supergraph: string;
  port: number;
  /** Path of a file with the departments as `Subgraph[]`; only synthetic ones. */
  departments: string;
  /** Path of a file with the fetches of every operation (see record-fetches.ts). */
  fetches: string;
}

export interface Gateway {
  name: string;
  /** What it is compared as: ours, a product of others, or a limit that plans and shapes nothing. */
  kind: 'ours' | 'peer' | 'limit';
  path: string;
  program(setup: GatewaySetup): Pick<ProgramSpec, 'command' | 'args' | 'env' | 'cwd'>;
}

/** Everything that can be measured, by the name of the command line. */
export const GATEWAYS: readonly Gateway[] = [
  ours('yiwang', 'compiled'),
  // Keeps what the departments allow, and follows their changes. All others ask each time.
  ours('yiwang-cached', 'compiled', ROOT, { CACHE_BYTES: String(64 * 1024 * 1024) }),
  ours('yiwang-apollo', 'apollo'),
  {
    name: 'stock',
    kind: 'peer',
    path: '/',
    program: ({ supergraph, port }) =>
      script('stock.ts', [supergraph, String(port)], { APOLLO_TELEMETRY_DISABLED: '1' }),
  },
  hive('hive', ['--jit']),
  // Without --jit, with which it answers null for every field.
  hive('hive-rust', ['--hive-router-runtime']),
  hive('hive-rust-dedupe', [
    '--hive-router-runtime',
    '--config-path',
    fileURLToPath(new URL('servers/hive.config.ts', import.meta.url)),
  ]),
  {
    // Native code in Rust, as its npm package starts it offline. It composes the subgraphs itself, from their SDL.
    name: 'grafbase',
    kind: 'peer',
    path: '/graphql',
    program: ({ departments, port }) => ({
      command: grafbaseBinary(),
      args: ['dev', ...writeGrafbaseConfig(departments), '--port', String(port)],
      env: {},
      cwd: BENCH,
    }),
  },
  {
    name: 'mercurius',
    kind: 'peer',
    path: '/graphql',
    program: ({ departments, port }) => script('mercurius.ts', [departments, String(port)]),
  },
  {
    name: 'proxy',
    kind: 'limit',
    path: '/',
    program: ({ departments, port }) => script('proxy.ts', [departments, String(port)]),
  },
  {
    name: 'replay',
    kind: 'limit',
    path: '/',
    program: ({ departments, fetches, port }) => script('replay.ts', [departments, fetches, String(port)]),
  },
];

/** The gateway of another checkout of this project, with its packages installed: what a change costs or saves. */
function baseline(folder: string): Gateway {
  return ours('baseline', 'compiled', pathToFileURL(`${folder}/`));
}

/**
 * Returns the gateways that take part in a run.
 *
 * @param names empty for all
 * @param other folder of another checkout, whose gateway takes part as "baseline"; null for none
 */
export function takingPart(names: readonly string[], other: string | null): Gateway[] {
  return [...choose(GATEWAYS, names), ...(other ? [baseline(other)] : [])];
}

function ours(
  name: string,
  engine: string,
  folder = ROOT,
  env: Record<string, string> = { CACHE_BYTES: '0' },
): Gateway {
  return {
    name,
    kind: 'ours',
    path: '/graphql',
    // What `npm start` runs as its gateway.
    program: ({ supergraph, port }) => ({
      command: PROJECT_NODE,
      args: [
        ...GATEWAY_HEAP,
        '--import=./packages/launcher/require-node.mjs',
        'gateway/src/main.ts',
        '--supergraph',
        supergraph,
        '--port',
        String(port),
        '--engine',
        engine,
      ],
      // Counted, but not refused: the load comes from one address. Like its peers, it lets everyone read everything.
      env: {
        ...ALLOCATOR,
        LOG_LEVEL: 'error',
        RATE_LIMIT_PUBLIC_REQUESTS: '1000000000',
        ACCESS: 'open',
        ...env,
      },
      cwd: folder,
    }),
  };
}

function hive(name: string, flags: readonly string[]): Gateway {
  return {
    name,
    kind: 'peer',
    path: '/graphql',
    program: ({ supergraph, port }) => ({
      command: OWN_NODE,
      args: [
        'node_modules/@graphql-hive/gateway/dist/bin.js',
        'supergraph',
        supergraph,
        ...['--port', String(port), '--host', '127.0.0.1', '--fork', '1'],
        ...flags,
      ],
      env: { LOG_LEVEL: 'error' },
      cwd: BENCH,
    }),
  };
}

function script(file: string, args: readonly string[], env: Record<string, string> = {}) {
  const path = fileURLToPath(new URL(`servers/${file}`, import.meta.url));
  return { command: OWN_NODE, args: [path, ...args], env, cwd: BENCH };
}
