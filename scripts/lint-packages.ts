import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/**
 * `npm run publint`: whether the exports and the other fields of every package.json are as npm and Node want them. Suggestions are
 * left out: they concern the size of what is published, and the packages are not.
 */

const { workspaces } = readManifest('package.json') as { workspaces: string[] };

for (const path of workspaces.flatMap((pattern) => globSync(`${pattern}/package.json`)).sort()) {
  const { messages } = await publint({ pkgDir: dirname(path), pack: false, level: 'warning' });
  for (const message of messages) {
    process.stderr.write(`${path}: ${formatMessage(message, readManifest(path))}\n`);
    process.exitCode = 1;
  }
}

function readManifest(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}
