import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STAMP_FILE, stamp } from './stamp.ts';

/** The folder beside the sources: an image is built with the bundle in it, a checkout builds it once. */
const PREBUILT = fileURLToPath(new URL('../../../dist/playground', import.meta.url));

/**
 * Returns the folder of the playground's static files. Builds it when there is none, or when it was built from other versions; where the
 * installation is read-only, into a temporary folder.
 */
export async function playgroundFolder(folder = PREBUILT): Promise<string> {
  if (await isCurrent(folder)) return folder;
  // Loaded late: an installation with the bundle never needs it.
  const { buildPlayground } = await import('./build-playground.ts');
  try {
    await mkdir(join(folder, '..'), { recursive: true });
    await buildPlayground(folder);
    return folder;
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    // An unpredictable name: other users may write to this folder too.
    const temporary = join(await mkdtemp(join(tmpdir(), 'yiwang-')), 'playground');
    await buildPlayground(temporary);
    return temporary;
  }
}

async function isCurrent(folder: string): Promise<boolean> {
  const builtFrom = await readFile(join(folder, STAMP_FILE), 'utf8').catch(() => null);
  if (builtFrom === null) return false;
  // An image holds the bundle without what it was built from.
  const current = await stamp();
  return current === null || builtFrom === current;
}

function isReadOnly(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
