import { ask, bodyOf, type Operation } from '../processes/ask.ts';
import type { RecordedFetch } from '../synthetic/recorder.ts';

export interface RecordedOperation {
  waves: RecordedFetch[][];
  /** Body of the answer. */
  answer: string;
}

/**
 * Asks a gateway for each operation, one at a time, and gives by body what it asked the synthetic
 * departments for.
 */
export async function recordFetches(
  gatewayUrl: string,
  departmentUrl: string,
  operations: readonly Operation[],
): Promise<[string, RecordedOperation][]> {
  const takeWaves = async () => {
    const response = await fetch(new URL('/record', departmentUrl));
    return (await response.json()) as RecordedFetch[][];
  };
  await takeWaves();
  const recorded: [string, RecordedOperation][] = [];
  for (const operation of operations) {
    const answer = JSON.stringify(await ask(gatewayUrl, operation));
    recorded.push([bodyOf(operation), { waves: await takeWaves(), answer }]);
  }
  return recorded;
}
