import type { DeskEvent, DeskRow, InboxPage } from '../model.ts';

interface Connection<Node> {
  totalCount?: number | null;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  edges: readonly { node: Node }[];
}

/** @returns null when the department gave no list */
export function toPage<Node>(
  connection: Connection<Node> | null | undefined,
  toRow: (node: Node) => DeskRow,
): InboxPage | null {
  if (!connection) return null;
  const { totalCount, pageInfo, edges } = connection;
  return { rows: edges.map(({ node }) => toRow(node)), totalCount: totalCount ?? null, pageInfo };
}

interface GivenEvent {
  on: string;
  at?: string | null;
  step: string;
  side?: string | null;
  note?: string | null;
  defects?: readonly { about?: string | null; problem: string }[] | null;
}

export function toEvents(events: readonly GivenEvent[]): DeskEvent[] {
  return events.map(({ on, at, step, side, note, defects }) => ({
    on,
    at: at ?? null,
    step,
    side: side ?? null,
    note: note ?? null,
    defects: (defects ?? []).map(({ about, problem }) => ({ about: about ?? null, problem })),
  }));
}
