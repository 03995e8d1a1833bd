import type { CaseEvent } from './generated/types.ts';
import type { CaseRow } from './tables.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** The events of a case that was not filed in the graph: days from the receipt, in the order in which they are stored. */
export function compactTimeline({ receivedOn, timeline }: CaseRow): CaseEvent[] {
  const start = Date.parse(`${receivedOn}T00:00:00Z`);
  return (timeline ?? []).map(([step, day, note]) => ({
    on: new Date(start + day * MILLISECONDS_A_DAY).toISOString().slice(0, 10),
    at: null,
    step,
    side: null,
    note: note ?? null,
    defects: null,
  }));
}
