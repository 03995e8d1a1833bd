import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STAMP_FILE, stamp } from './stamp.ts';

/** Beside the sources: an image is built with the bundle in it, a checkout builds it once. */
const PREBUILT = fileURLToPath(new URL('../../dist/playground', import.meta.url));

/**
 * The folder of the playground's static files; builds it when there is none, or when it was built
 * from other versions. Where the installation is read-only it builds into a temporary folder.
 */
export async function playgroundFolder(folder = PREBUILT): Promise<string> {
  if (await isCurrent(folder)) return folder;
  // Loaded late: an installation that comes with the bundle never needs it.
  const { buildPlayground } = await import('./build-playground.ts');
  try {
    await mkdir(join(folder, '..'), { recursive: true });
    await buildPlayground(folder);
    return folder;
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    // A name that nobody can know before: others may write to this folder as well.
    const temporary = join(await mkdtemp(join(tmpdir(), 'yiwang-')), 'playground');
    await buildPlayground(temporary);
    return temporary;
  }
}

async function isCurrent(folder: string): Promise<boolean> {
  const builtFrom = await readFile(join(folder, STAMP_FILE), 'utf8').catch(() => null);
  return builtFrom !== null && builtFrom === (await stamp());
}

function isReadOnly(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
