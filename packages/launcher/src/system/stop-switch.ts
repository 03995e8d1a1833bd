import type { Terminal } from './terminal.ts';

/** Ctrl-C under npm arrives twice, once from the terminal and once from npm; a person takes longer. */
const SAME_KEYSTROKE_MS = 500;

export interface StopSwitch {
  /** Aborted by the first Ctrl-C, SIGTERM or hang-up. */
  signal: AbortSignal;
  /** What the second Ctrl-C does before the process exits at once. */
  onForce(action: () => void): void;
}

/** Turns the signals of this process into an abort, and the second one into an end at once. */
export function createStopSwitch(terminal: Terminal): StopSwitch {
  const controller = new AbortController();
  const actions: (() => void)[] = [];
  let stoppedAt = 0;

  const onSignal = () => {
    if (!controller.signal.aborted) {
      stoppedAt = Date.now();
      terminal.say('\nStopping. Once more ends everything at once.');
      controller.abort();
    } else if (Date.now() - stoppedAt > SAME_KEYSTROKE_MS) {
      for (const action of actions) action();
      terminal.say('Ended at once. The next start recovers.');
      process.exit(130);
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return { signal: controller.signal, onForce: (action) => void actions.push(action) };
}
