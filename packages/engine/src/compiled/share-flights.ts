import { Cancellation } from '../departments/cancellation.ts';
import { DepartmentFault } from '../departments/department-fault.ts';
import type { Send, Sent } from '../departments/dispatch.ts';
import { type Identity, identityOf } from '../departments/identity.ts';
import { faultOfNesting } from '../departments/nesting.ts';
import type { DepartmentAnswer } from '../departments/read-answer.ts';
import { copy } from './plan/merge.ts';

interface Flight {
  /** Called once, with the answer or why there is none. */
  waiting: Set<(outcome: DepartmentAnswer | Error) => void>;
  cancellation: Cancellation;
}

export interface Flights {
  read: Send;
  /** Sends a mutation, which is never shared, and which no read that began before it ended may answer for. */
  write: Send;
}

/**
 * Reads that are equal and under way at the same time are one read: the same request to the same
 * department is sent once, and each who waits gets an answer of its own to change.
 *
 * A read goes on as long as anyone waits. Nothing is kept once it has ended: this is no cache. A client that has
 * been told the outcome of its mutation never gets the answer of a read that was sent before.
 *
 * @param unshared names of the departments whose every read is sent
 */
export function shareFlights(send: Send, unshared: ReadonlySet<string>): Flights {
  /** By addressee and body. */
  const flights = new Map<string, Map<string, Flight>>();

  function start(key: Identity, ...sent: Sent): Flight {
    const flight: Flight = { waiting: new Set(), cancellation: new Cancellation() };
    const toSame = flights.get(key.addressee);
    if (toSame) toSame.set(key.body, flight);
    else flights.set(key.addressee, new Map([[key.body, flight]]));
    const [{ name }] = sent;
    send(...sent, flight.cancellation).then(
      (answer) => land(key, flight, answer, name),
      (error: Error) => land(key, flight, error, name),
    );
    return flight;
  }

  function land(key: Identity, flight: Flight, outcome: DepartmentAnswer | Error, department: string): void {
    forget(key, flight);
    let first = true;
    // All copies are made before anyone goes on, and so before anyone changes the answer.
    const handed = [...flight.waiting].map((take) => {
      const own = first || outcome instanceof Error ? outcome : copyOf(outcome, department);
      first = false;
      return () => take(own);
    });
    for (const hand of handed) hand();
  }

  function copyOf(answer: DepartmentAnswer, department: string): DepartmentAnswer | Error {
    try {
      return copy(answer);
    } catch (error) {
      return faultOfNesting(department, error) ?? (error as Error);
    }
  }

  /** Another flight may have taken its place since a mutation ended. */
  function forget({ addressee, body }: Identity, flight: Flight): void {
    const toSame = flights.get(addressee);
    if (toSame?.get(body) !== flight) return;
    toSame.delete(body);
    if (toSame.size === 0) flights.delete(addressee);
  }

  function read(...[department, body, voucher, cancellation]: Parameters<Send>): Promise<DepartmentAnswer> {
    if (unshared.has(department.name)) return send(department, body, voucher, cancellation);
    const key = identityOf(department, body, voucher);
    const flight = flights.get(key.addressee)?.get(key.body) ?? start(key, department, body, voucher);
    return new Promise((resolve, reject) => {
      const take = (outcome: DepartmentAnswer | Error) => {
        cancellation?.forget(leave);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const leave = () => {
        flight.waiting.delete(take);
        reject(new DepartmentFault(department.name, 'CANCELLED', 'request closed'));
        if (flight.waiting.size > 0) return;
        forget(key, flight);
        flight.cancellation.cancel();
      };
      flight.waiting.add(take);
      cancellation?.listen(leave);
    });
  }

  return {
    read,
    // A mutation that failed may have happened all the same, and one department's may show in another's answers.
    write: (...request) => send(...request).finally(() => flights.clear()),
  };
}
