import { type Stats, unwatchFile, watchFile as watchByPolling } from 'node:fs';

/** Looks this often. Polling also sees changes on network and container mounts, where notifications get lost. */
const POLL_MS = 500;

/**
 * Calls back after the file changed and then stayed the same for one poll, so that a file which is
 * still being written is left alone. A file that was removed is waited for.
 *
 * @returns stops watching
 */
export function watchFile(file: string, onChange: () => void): () => void {
  let settled: NodeJS.Timeout | undefined;

  const listener = (now: Stats) => {
    clearTimeout(settled);
    const removed = now.mtimeMs === 0;
    if (!removed) settled = setTimeout(onChange, POLL_MS);
  };
  watchByPolling(file, { interval: POLL_MS }, listener);

  return () => {
    clearTimeout(settled);
    unwatchFile(file, listener);
  };
}
