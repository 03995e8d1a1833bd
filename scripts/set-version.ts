import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The second step of `npm run release`: `changeset version` has given every package its next version; the project itself and the
 * template of departments, which are no workspaces, follow.
 */

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
}

const ROOT = new URL('../', import.meta.url);
const FOLLOWERS = ['package.json', 'packages/subgraph-kit/template/package.json'];

const { version } = readManifest('gateway/package.json');
for (const path of FOLLOWERS) {
  const manifest = readManifest(path);
  manifest.version = version;
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (name.startsWith('@yiwang/')) manifest.dependencies![name] = version;
  }
  writeFileSync(new URL(path, ROOT), `${JSON.stringify(manifest, null, 2)}\n`);
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as Manifest;
}
