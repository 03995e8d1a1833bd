import { defineConfig } from 'vitest/config';

const shared = {
  resolve: {
    // graphql 16 ships CommonJS and ESM side by side; two copies at once break its instanceof checks.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
};
const run = {
  testTimeout: 30_000,
  hookTimeout: 120_000,
  // As the gateway is started: see packages/launcher/src/heap-flags.ts.
  execArgv: ['--no-memory-protection-keys'],
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          ...run,
          name: 'all',
          include: [
            '{packages,subgraphs}/*/test/**/*.test.ts',
            'packages/subgraph-kit/template/test/**/*.test.ts',
            'gateway/test/**/*.test.ts',
            'test/**/*.test.ts',
          ],
          // One PostgreSQL server for the whole run: the one DATABASE_URL names, or an embedded one.
          globalSetup: ['packages/testing/src/global-setup.ts'],
        },
      },
      {
        ...shared,
        test: {
          ...run,
          name: 'stock engine',
          include: ['packages/engine/test/*.test.ts'],
          // What every engine promises, once more by the vendor's own.
          env: { ENGINE: 'apollo' },
        },
      },
    ],
  },
});
