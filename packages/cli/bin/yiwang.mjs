#!/usr/bin/env node
// Plain enough for any Node to read: an older one cannot load the rest, which is TypeScript. npm ci brings one
// that can, so the command starts itself again on that.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const fromRoot = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 24 || (major === 24 && minor >= 2)) {
  // Types are stripped and code is compiled once, not at each start.
  process.env.NODE_COMPILE_CACHE ??= fromRoot('node_modules/.cache/node');
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import('../src/main.ts');
} else {
  const newer = fromRoot('node_modules/node/bin/node');
  if (!existsSync(newer)) {
    process.stderr.write(
      `Node ${process.versions.node} is too old: 24.2 is needed. Run npm ci, which brings it.\n`,
    );
    process.exit(2);
  }
  const { status } = spawnSync(newer, process.argv.slice(1), { stdio: 'inherit' });
  process.exitCode = status ?? 2;
}
