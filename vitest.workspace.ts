import { defineConfig } from 'vitest/config';
import { REPORTERS, run, setup, shared } from './vitest.config.ts';

/** The tests of one workspace, from its folder: what `npm test` runs in each. */
export default defineConfig({
  ...shared,
  test: {
    ...run,
    include: ['{test,template/test}/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: setup,
    reporters: REPORTERS,
  },
});
