import { setTimeout as sleep } from 'node:timers/promises';

/** What is wrong with one of the synthetic departments. */
export const FAULTS = ['none', 'down', 'hangs', 'slow 200', 'slow 5000', 'lies'] as const;
export type Fault = (typeof FAULTS)[number];

/** An answer of the right form to another question, as a department gives whose schema and data do not agree. */
const LIE = JSON.stringify({ data: { _entities: 'none', permits: 7 } });

/** Answers with a fault. @returns the bytes to send; null to send nothing, ever */
export async function answerWith(fault: Fault, answer: () => Promise<string>): Promise<string | null> {
  if (fault === 'hangs') return null;
  if (fault === 'lies') return LIE;
  if (fault.startsWith('slow')) await sleep(Number(fault.split(' ')[1]));
  return answer();
}
