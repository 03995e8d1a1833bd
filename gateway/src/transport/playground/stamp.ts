import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The file in a built folder that says what it was built from. */
export const STAMP_FILE = 'built-from.txt';

const require = createRequire(import.meta.url);
const PACKAGES = ['graphiql', 'react', 'react-dom', 'esbuild', '@graphiql/react', '@graphiql/toolkit'];

/**
 * Returns a text that changes when a package or the page changes: then the bundle has to be built again. Null where the packages
 * are not installed, which are needed to build it only.
 */
export async function stamp(): Promise<string | null> {
  let versions: string[];
  try {
    versions = PACKAGES.map(
      (name) => `${name} ${(require(`${name}/package.json`) as { version: string }).version}`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
  const page = (await readdir(new URL('page/', import.meta.url))).sort().map((file) => `page/${file}`);
  const files = [...page, 'build-playground.ts'].map((file) => readFile(new URL(file, import.meta.url)));
  const hash = createHash('sha256');
  for (const content of await Promise.all(files)) hash.update(content);
  return `${versions.join('\n')}\nsources ${hash.digest('hex')}\n`;
}
