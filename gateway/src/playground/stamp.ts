import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Lies in a built folder and tells what it was built from. */
export const STAMP_FILE = 'built-from.txt';

const require = createRequire(import.meta.url);
const PACKAGES = ['graphiql', 'react', 'react-dom', 'esbuild', '@graphiql/toolkit'];

/** Changes when a package or the page changes, and then the bundle has to be built again. */
export async function stamp(): Promise<string> {
  const versions = PACKAGES.map(
    (name) => `${name} ${(require(`${name}/package.json`) as { version: string }).version}`,
  );
  const files = ['page/playground.js', 'build-playground.ts'].map((file) =>
    readFile(new URL(file, import.meta.url)),
  );
  const hash = createHash('sha256');
  for (const content of await Promise.all(files)) hash.update(content);
  return `${versions.join('\n')}\nsources ${hash.digest('hex')}\n`;
}
