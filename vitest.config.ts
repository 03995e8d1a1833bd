import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Types are stripped and code is compiled once for all programs that tests start, and for the tests themselves.
process.env['NODE_COMPILE_CACHE'] ??= fromRoot('node_modules/.cache/node');

export const shared = {
  resolve: {
    // graphql 16 ships CommonJS and ESM side by side; two copies at once break its instanceof checks.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
};
/** Where tests are. */
export const TESTS = [
  '{packages,subgraphs}/*/test/**/*.test.ts',
  'packages/subgraph-kit/template/test/**/*.test.ts',
  'gateway/test/**/*.test.ts',
  'test/**/*.test.ts',
];
export const run = {
  // Long, since nothing here is measured by the clock: a machine that is busy is no fault.
  testTimeout: 120_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
  // A change is not held up by chance. What passed only when it was run again is listed: see scripts/test.ts.
  retry: process.env['CI'] ? 1 : 0,
  maxWorkers: 2,
  // A process runs one file of tests after the other with the modules that it has: they share nothing but modules.
  isolate: false,
  execArgv: [
    // As the gateway is started: see packages/launcher/src/system/heap-flags.ts.
    '--no-memory-protection-keys',
    // Both CPUs are busy anyway: to compile and collect garbage in further threads costs a fifth more CPU.
    '--max-semi-space-size=64',
    '--single-threaded',
    // As departments are started.
    `--import=${new URL('packages/subgraph-kit/src/drizzle-as-commonjs.ts', import.meta.url)}`,
  ],
};
/** One PostgreSQL server for the whole run: the one that DATABASE_URL names, or an embedded one. */
export const setup = [fromRoot('packages/postgres-server/testing/global-setup.ts')];
/** For people, and for scripts/test.ts, which sums up all workspaces. */
export const REPORTERS: ['default', ['json', { outputFile: string }]] = [
  'default',
  ['json', { outputFile: 'test-results/report.json' }],
];
/** What every engine promises, once more by the vendor's own. */
export const STOCK_ENGINE = { name: 'stock engine', env: { ENGINE: 'apollo' } };

/** All tests in one run, or those whose path is given: `npx vitest run subgraphs/tax`. */
export default defineConfig({
  test: {
    maxWorkers: run.maxWorkers,
    projects: [
      { ...shared, test: { ...run, name: 'all', include: TESTS, globalSetup: setup } },
      { ...shared, test: { ...run, ...STOCK_ENGINE, include: ['packages/engine/test/*.test.ts'] } },
    ],
  },
});

function fromRoot(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
