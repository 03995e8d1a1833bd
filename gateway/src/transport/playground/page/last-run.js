import { useSyncExternalStore } from 'react';

/**
 * What the page knows of its runs: whether it asks for plans, and what the last run reported.
 *
 * `plan` is that of the last run; null when it has none, undefined before the first run that asked for one.
 */
let state = { wantsPlan: false, isRefused: false, plan: undefined, cost: null };
const listeners = new Set();

export function readLastRun() {
  return state;
}

export function noteLastRun(changes) {
  state = { ...state, ...changes };
  for (const listener of listeners) listener();
}

export function useLastRun() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
