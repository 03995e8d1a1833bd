import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;
const ONE_ANSWER_MS = 2000;

/** Resolves to true when `GET <url>/ready` says 200, to false when the time is over or the signal aborts. */
export async function waitUntilReady(url: string, timeoutMs: number, signal: AbortSignal): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end && !signal.aborted;) {
    if (await isReady(url)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(ONE_ANSWER_MS) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false; // not listening yet
  }
}
