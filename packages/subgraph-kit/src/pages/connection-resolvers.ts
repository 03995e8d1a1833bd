import type { Connection } from './page.ts';

/**
 * Resolvers of a Relay connection type over {@link Connection}.
 *
 * @param cursorOf the cursor of a row, usually `(row) => keyset.encode([...])`
 */
export function connectionResolvers<Row, Total extends number | null = number>(
  cursorOf: (row: Row) => string,
) {
  return {
    edges: ({ rows }: Connection<Row, Total>) => rows.map((node) => new Edge(node, cursorOf)),

    pageInfo({ rows, hasNextPage }: Connection<Row, Total>) {
      const last = rows.at(-1);
      return { hasNextPage, endCursor: last === undefined ? null : cursorOf(last) };
    },

    totalCount: ({ countAll }: Connection<Row, Total>) => countAll(),
  };
}

/** Writes the cursor only when it is asked for. */
class Edge<Row> {
  readonly node: Row;
  readonly #cursorOf: (row: Row) => string;

  constructor(node: Row, cursorOf: (row: Row) => string) {
    this.node = node;
    this.#cursorOf = cursorOf;
  }

  get cursor(): string {
    return this.#cursorOf(this.node);
  }
}
