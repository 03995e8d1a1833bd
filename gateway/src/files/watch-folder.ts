import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFolder } from './list-folder.ts';

/** As files are watched, and for the same reason. */
const POLL_MS = 500;

/**
 * Calls back after files beneath a folder have changed, come or gone, and then stayed the same for one poll, so that what is
 * still being written is left alone. A folder that was removed is waited for.
 *
 * @returns stops watching
 * @throws Error when it is no folder that can be read
 */
export async function watchFolder(folder: string, onChange: () => void): Promise<() => void> {
  let known = await stampOf(folder);
  let seen: string | null = known;
  let isLooking = false;

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const stamp = await stampOf(folder);
      if (stamp !== known && stamp === seen) {
        known = stamp;
        onChange();
      }
      seen = stamp;
    } catch {
      seen = null; // Away, or changed while it was looked at.
    } finally {
      isLooking = false;
    }
  }

  const timer = setInterval(() => void look(), POLL_MS);
  return () => clearInterval(timer);
}

async function stampOf(folder: string): Promise<string> {
  const paths = await listFolder(folder);
  const stamps = await Promise.all(
    paths.map(async (path) => {
      const { mtimeMs, size, ino } = await stat(join(folder, path));
      return [path, mtimeMs, size, ino];
    }),
  );
  return JSON.stringify(stamps);
}
