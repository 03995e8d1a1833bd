import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// npm run migration -- fisheries [--name add-vessels]: the migration from what src/tables.ts said to what it says now.

const ROOT = join(import.meta.dirname, '..');
const KIT = pathToFileURL(join(ROOT, 'packages/subgraph-kit/package.json')).href;

const [department = '', ...options] = process.argv.slice(2);
const folder = join(ROOT, 'subgraphs', department);
if (!/^[a-z][a-z0-9-]*$/.test(department) || !existsSync(join(folder, 'drizzle.config.ts'))) {
  process.stderr.write('Name the department: npm run migration -- fisheries [--name add-vessels]\n');
  process.exit(2);
}

// drizzle-kit looks for drizzle-orm beside itself; npm puts a copy into each department, and none there.
registerHooks({
  resolve(specifier, context, nextResolve) {
    const isAsked = /^drizzle-orm(\/|$)/.test(specifier) && context.parentURL !== KIT;
    if (!isAsked) return nextResolve(specifier, context);
    if (context.conditions.includes('import')) return nextResolve(specifier, { ...context, parentURL: KIT });
    return { url: pathToFileURL(createRequire(KIT).resolve(specifier)).href, shortCircuit: true };
  },
});
process.chdir(folder);
process.argv.splice(2, Infinity, 'generate', ...options);
await import('../node_modules/drizzle-kit/bin.cjs' as string);
