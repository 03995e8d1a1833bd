import type { Connection } from './page.ts';

type SealCursor = (cursor: string) => string;

/** The function that encrypts the cursors of each connection; see bindCursors. */
const seals = new WeakMap<object, SealCursor>();
const resolversOfEdges = new WeakSet<object>();

/** Whether a resolver of `edges` encrypts cursors. */
export function sealsCursors(resolve: object | undefined): boolean {
  return resolve !== undefined && resolversOfEdges.has(resolve);
}

/** Sets the function that encrypts the cursors of a connection. @returns the connection; null and errors unchanged */
export function bindConnection(connection: unknown, seal: SealCursor): unknown {
  if (typeof connection !== 'object' || connection === null || connection instanceof Error) return connection;
  // A page that two fields return has different cursors in each.
  const own = seals.has(connection) ? { ...connection } : connection;
  seals.set(own, seal);
  return own;
}

/**
 * Resolvers of a Relay connection type over {@link Connection}.
 *
 * @param cursorOf the cursor of a row, usually `(row) => keyset.encode([...])`
 */
export function connectionResolvers<Row, Total extends number | null = number>(
  cursorOf: (row: Row) => string,
) {
  const writerOf = (connection: object) => (row: Row) => {
    const seal = seals.get(connection);
    if (!seal)
      throw new Error(
        'The field of this connection must take `after`, so that its cursors can be encrypted.',
      );
    return seal(cursorOf(row));
  };
  const resolvers = {
    edges(connection: Connection<Row, Total>) {
      const write = writerOf(connection);
      return connection.rows.map((node) => new Edge(node, write));
    },

    pageInfo(connection: Connection<Row, Total>) {
      const { rows, hasNextPage } = connection;
      const last = rows.at(-1);
      return new PageEnd(hasNextPage, last === undefined ? null : () => writerOf(connection)(last));
    },

    totalCount: ({ countAll }: Connection<Row, Total>) => countAll(),
  };
  resolversOfEdges.add(resolvers.edges);
  return resolvers;
}

/** An edge that computes its cursor only when an operation selects it. */
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

/** A pageInfo that computes its cursor only when an operation selects it. */
class PageEnd {
  readonly hasNextPage: boolean;
  readonly #writeCursor: (() => string) | null;

  constructor(hasNextPage: boolean, writeCursor: (() => string) | null) {
    this.hasNextPage = hasNextPage;
    this.#writeCursor = writeCursor;
  }

  get endCursor(): string | null {
    return this.#writeCursor?.() ?? null;
  }
}
