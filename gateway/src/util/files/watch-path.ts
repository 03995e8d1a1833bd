import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** Time between two polls. Polling also sees changes on network and container mounts, where notifications get lost. */
const POLL_MS = 500;
/** Longer than a poll, so that a file which is still being written is not read. */
const SETTLE_MS = 600;

/**
 * Calls back after a file, or files beneath a folder, were changed, added, removed or replaced, and then stayed the same for one
 * poll. While nothing is at the path, it waits. In a folder, names that begin with a dot do not count; see `listFolder`.
 *
 * @returns stops watching
 */
export async function watchPath(path: string, onChange: () => void): Promise<() => void> {
  // Loaded only where something is watched.
  const { watch } = await import('chokidar');
  let settled: NodeJS.Timeout | undefined;

  function settle(): void {
    clearTimeout(settled);
    settled = setTimeout(() => existsSync(path) && onChange(), SETTLE_MS);
  }

  const watcher = watch(path, {
    backend: 'polling',
    pollingInterval: POLL_MS,
    pollingBinaryInterval: POLL_MS,
    ignoreInitial: true,
    ignored: (found) => isHidden(relative(path, found)),
  });
  // Whoever reads what cannot be watched reports why.
  watcher.on('all', settle).on('error', settle);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));

  return () => {
    clearTimeout(settled);
    void watcher.close();
  };
}

function isHidden(pathBeneath: string): boolean {
  return pathBeneath.split(sep).some((name) => name.startsWith('.') && name !== '..');
}
