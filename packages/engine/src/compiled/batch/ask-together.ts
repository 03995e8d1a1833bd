import type { Voucher } from '../../access/voucher.ts';
import { Cancellation } from '../../departments/cancellation.ts';
import type { Department } from '../../departments/department.ts';
import { DepartmentFault, type FaultReason } from '../../departments/department-fault.ts';
import type { Send } from '../../departments/dispatch.ts';
import { faultOfNesting } from '../../departments/nesting.ts';
import type { DepartmentAnswer } from '../../departments/read-answer.ts';

/** Someone who waits for a part of an answer. */
export interface Asker {
  /** The request that asks for its part alone. */
  writeBody(): string;
  /** Those who are asked for together have one key. */
  voucher: Voucher | undefined;
  cancellation: Cancellation | undefined;
  answer(answer: DepartmentAnswer): void;
  fail(error: Error): void;
}

export interface Senders {
  /** Sends what one asks: whoever sends the same meanwhile may get the same answer. */
  read: Send;
  /** Sends what several ask. It is hardly ever the same twice, and too long to be compared each time. */
  send: Send;
}

/** Asking again alone would end in the same way. */
const FOR_ALL: ReadonlySet<FaultReason> = new Set(['UNREACHABLE', 'TIMEOUT', 'CANCELLED']);

export function askAlone(read: Send, department: Department, asker: Asker): void {
  read(department, asker.writeBody(), asker.voucher, asker.cancellation).then(asker.answer, asker.fail);
}

/**
 * Sends one request for several who ask. Nobody loses by company: where the answer cannot be told apart, or there
 * is none because of what one of them asks, each is asked for alone. So it is for reads only.
 *
 * @param split each asker's part in their order; null when it cannot be told apart
 */
export function askTogether(
  { read, send }: Senders,
  department: Department,
  askers: readonly Asker[],
  body: string,
  split: (answer: DepartmentAnswer) => readonly DepartmentAnswer[] | null,
): void {
  const cancellation = new Cancellation();
  const waiting = new Set(askers);
  const stops = askers.map((asker) => {
    const leave = () => {
      waiting.delete(asker);
      asker.fail(new DepartmentFault(department.name, 'CANCELLED', 'request closed'));
      if (waiting.size === 0) cancellation.cancel();
    };
    asker.cancellation?.listen(leave);
    return () => asker.cancellation?.forget(leave);
  });

  function land(): void {
    for (const stop of stops) stop();
  }

  if (waiting.size === 0) return;
  send(department, body, askers[0]!.voucher, cancellation).then(
    (answer) => {
      land();
      let parts: readonly DepartmentAnswer[] | null;
      try {
        parts = split(answer);
      } catch (error) {
        if (!faultOfNesting(department.name, error)) return failAll(error as Error);
        parts = null;
      }
      askers.forEach((asker, i) => {
        if (!waiting.has(asker)) return;
        if (parts) asker.answer(parts[i]!);
        else askAlone(read, department, asker);
      });
    },
    (error: Error) => {
      land();
      const isForAll = !(error instanceof DepartmentFault) || FOR_ALL.has(error.reason);
      if (isForAll) return failAll(error);
      for (const asker of waiting) askAlone(read, department, asker);
    },
  );

  function failAll(error: Error): void {
    for (const asker of waiting) asker.fail(error);
  }
}
