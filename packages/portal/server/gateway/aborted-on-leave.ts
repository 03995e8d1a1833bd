import type { ServerResponse } from 'node:http';

/** Aborted when the client goes away before it has its answer. */
export function abortedOnLeave(raw: ServerResponse): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
