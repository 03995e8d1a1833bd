import { defineConfig } from 'vitest/config';
import { REPORTERS, run, shared, STOCK_ENGINE } from '../../vitest.config.ts';

/** As vitest.workspace.ts, and what every engine promises once more by the vendor's own. */
export default defineConfig({
  test: {
    maxWorkers: run.maxWorkers,
    reporters: REPORTERS,
    projects: [
      { ...shared, test: { ...run, name: 'compiled', include: ['test/**/*.test.ts'] } },
      { ...shared, test: { ...run, ...STOCK_ENGINE, include: ['test/*.test.ts'] } },
    ],
  },
});
