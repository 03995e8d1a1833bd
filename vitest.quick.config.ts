import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { defineConfig } from 'vitest/config';
import { run, shared, TESTS } from './vitest.config.ts';

/** Imports and calls of tests that start a database, a server, another process or a browser. */
const STARTS =
  /from '(node:(http|https|net|child_process|worker_threads)|@yiwang\/(testing|postgres-server|[a-z-]+\/testing)\b.*|playwright-core|postgres|ws)'|\b(listen|listenOn|runFile)\(/;
/** Of what starts nothing, what takes longer than a second all the same, as measured. */
const SLOW = [
  '**/fuzz/**',
  '**/*-property.test.ts',
  'packages/access-log/test/{anchors,verify-records}.test.ts',
  'packages/codes/test/regions.test.ts',
  'packages/composition/test/{consents,create-composer,diff-schemas,same-as-plain}.test.ts',
  'packages/engine/test/compiled/many-conditions.test.ts',
  'packages/population/test/{enterprises,unique-uscc}.test.ts',
  'packages/subgraph-kit/test/scalars.test.ts',
  'subgraphs/exchange/test/seed.test.ts',
  'gateway/test/access-log/{journal,ship-accesses}.test.ts',
  'test/{platform-definitions,schema-lint}.test.ts',
  'gateway/test/{cost-bound,grants,statistics,watch-path}.test.ts',
];

/** Whether a file of tests starts something, itself or in a helper that it imports. */
function startsSomething(path: string, seen = new Set<string>()): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  if (STARTS.test(text)) return true;
  const helpers = [...text.matchAll(/from '(\.[^']*)'/g)].map(([, specifier]) =>
    join(dirname(path), specifier!),
  );
  return helpers.some((helper) => helper.split(sep).includes('test') && startsSomething(helper, seen));
}

/** `npm run test:quick`: what runs in a minute, on a machine that is busy with other things. */
export default defineConfig({
  ...shared,
  test: {
    ...run,
    maxWorkers: 2,
    include: globSync(TESTS, { exclude: ['**/node_modules/**'] }).filter((path) => !startsSomething(path)),
    exclude: SLOW,
  },
});
