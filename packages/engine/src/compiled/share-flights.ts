import { Cancellation } from '../departments/cancellation.ts';
import type { Department } from '../departments/department.ts';
import { DepartmentFault } from '../departments/department-fault.ts';
import type { Send } from '../departments/dispatch.ts';
import type { DepartmentAnswer } from '../departments/read-answer.ts';
import { copy } from './plan/merge.ts';

interface Flight {
  /** Called once, with the answer or why there is none. */
  waiting: Set<(outcome: DepartmentAnswer | Error) => void>;
  cancellation: Cancellation;
}

/**
 * Reads that are equal and under way at the same time are one read: the same body to the same
 * department is sent once, and each who waits gets an answer of its own to change.
 *
 * A read goes on as long as anyone waits. Nothing is kept once it has ended: this is no cache.
 */
export function shareFlights(send: Send): Send {
  const flights = new Map<string, Flight>();

  function start(key: string, department: Department, body: string): Flight {
    const flight: Flight = { waiting: new Set(), cancellation: new Cancellation() };
    flights.set(key, flight);
    send(department, body, flight.cancellation).then(
      (answer) => land(key, flight, answer),
      (error: Error) => land(key, flight, error),
    );
    return flight;
  }

  function land(key: string, flight: Flight, outcome: DepartmentAnswer | Error): void {
    if (flights.get(key) === flight) flights.delete(key);
    let first = true;
    // All copies are made before anyone goes on, and so before anyone changes the answer.
    const handed = [...flight.waiting].map((take) => {
      const own = first || outcome instanceof Error ? outcome : copy(outcome);
      first = false;
      return () => take(own);
    });
    for (const hand of handed) hand();
  }

  return (department, body, cancellation) => {
    const key = `${department.url}\n${body}`;
    const flight = flights.get(key) ?? start(key, department, body);
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
        flights.delete(key);
        flight.cancellation.cancel();
      };
      flight.waiting.add(take);
      cancellation?.listen(leave);
    });
  };
}
