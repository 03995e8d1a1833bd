import { SingleBar } from 'cli-progress';
import type { DepartmentMessage } from './messages.ts';

let bar: SingleBar | undefined;
let lastSent: Promise<void> = Promise.resolve();

/** Reports to the launcher, or to the terminal when there is no launcher. */
export function report(message: DepartmentMessage): void {
  if (process.send) lastSent = send(message);
  else if (message.type === 'progress') showProgress(message);
  else printMessage(message);
}

/** Resolves when everything has been sent to the launcher; messages keep their order. */
export function reportsAreSent(): Promise<void> {
  return lastSent;
}

/** Ignores a launcher that has gone: the command did not fail. */
function send(message: DepartmentMessage): Promise<void> {
  return new Promise((resolve) => process.send!(message, undefined, undefined, () => resolve()));
}

function showProgress({ task, done, total }: DepartmentMessage & { type: 'progress' }): void {
  if (!process.stderr.isTTY || total === null) return;
  if (!bar) {
    bar = new SingleBar({ format: '{task} {bar} {value}/{total}', hideCursor: true, stopOnComplete: true });
    bar.start(total, done, { task });
  }
  bar.update(done, { task });
  if (done >= total) bar = undefined;
}

function printMessage(message: DepartmentMessage): void {
  bar?.stop();
  bar = undefined;
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
