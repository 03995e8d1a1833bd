import { existsSync } from 'node:fs';
import { join } from 'node:path';

// npm run migration -- fisheries [--name add-vessels]: the migration from what src/tables.ts said to what it says now.

const ROOT = join(import.meta.dirname, '..');

const [department = '', ...options] = process.argv.slice(2);
const folder = join(ROOT, 'subgraphs', department);
if (!/^[a-z][a-z0-9-]*$/.test(department) || !existsSync(join(folder, 'drizzle.config.ts'))) {
  process.stderr.write('Name the department: npm run migration -- fisheries [--name add-vessels]\n');
  process.exit(2);
}

// What is written is source, for everyone who works on the project.
process.umask(0o022);
process.chdir(folder);
process.argv.splice(2, Infinity, 'generate', ...options);
await import('../node_modules/drizzle-kit/bin.cjs' as string);
