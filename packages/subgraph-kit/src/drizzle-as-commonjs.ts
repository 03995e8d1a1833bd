// Preloaded (node --import) into every process of a department, by the launcher and by docker-compose.yml, into those of tests, and
// into scripts that load departments.
//
// Drizzle's ES modules re-export one another in such a web of `export *` that linking them takes
// 300 MB and half a second in each process; its CommonJS build takes 30 MB. Measured on Node 24.21
// with drizzle-orm 0.45: a department that has loaded everything holds 145 MB instead of 411 MB.
import { registerHooks } from 'node:module';
import './postgres-repairs.ts';

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (/^drizzle-orm(\/|$)/.test(specifier))
      return nextResolve(specifier, { ...context, conditions: ['node', 'require', 'default'] });
    // Vitest imports by the path that it has found itself. The two builds stand side by side.
    return nextResolve(
      specifier.replace(/(?<=^file:.*\/node_modules\/drizzle-orm\/.*)\.js$/, '.cjs'),
      context,
    );
  },
});
