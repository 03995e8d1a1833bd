import {
  type ArgumentsModel,
  FIELDS,
  type FieldName,
  type Given,
  type Part,
  type Row,
} from './arguments-model.ts';

/** The rows that a department has now, and what its resolvers have looked at to find and order them. */
export interface RowsState {
  rows: readonly Row[];
  looked: Set<string>;
}

type Args = Record<string, unknown>;

/** Finds and orders as the schema says; what is shown masked is shown as one text. */
export function createResolvers(model: ArgumentsModel, state: RowsState) {
  const { keeping, sortedBy, defaultOn } = model;
  const read = (row: Row, field: FieldName): string => {
    state.looked.add(`Row.${field}`);
    return row[field];
  };
  const readPart = (part: Part, field: 'x' | 'y'): string => {
    state.looked.add(`Part.${field}`);
    return part[field];
  };
  const masked = (coordinate: string, value: string) =>
    keeping.get(coordinate) === 'SENSITIVE' ? '***' : value;

  return {
    Query: {
      rows: (_root: unknown, args: Args) => select(model.arguments, args),
      page: (_root: unknown, args: Args) => ({
        edges: select(model.arguments, args).map((node) => ({ node })),
      }),
      sorted: () =>
        state.rows.toSorted((some, others) => compare(read(some, sortedBy), read(others, sortedBy))),
      standard: (_root: unknown, { limit }: Args) =>
        limit === null || limit === undefined
          ? state.rows
          : state.rows.filter((row) => read(row, defaultOn) <= (limit as string)),
      row: (_root: unknown, { id }: Args) => state.rows.find((row) => row.id === id) ?? null,
    },
    Row: {
      __resolveReference: ({ id }: Row) => state.rows.find((row) => row.id === id) ?? null,
      ...Object.fromEntries(FIELDS.map((name) => [name, (row: Row) => masked(`Row.${name}`, row[name])])),
      parts: ({ parts }: Row, { x, upTo }: Args) =>
        parts.filter((part) => {
          const isX = x == null || readPart(part, 'x') === x;
          const isUpTo = upTo == null || readPart(part, 'y') <= (upTo as string);
          return isX && isUpTo;
        }),
    },
    Part: {
      x: (part: Part) => masked('Part.x', part.x),
      y: (part: Part) => masked('Part.y', part.y),
    },
  };

  function select(given: readonly Given[], args: Args): Row[] {
    const found = state.rows.filter((row) => matches(given, args, row));
    const orders = [args['orderBy'] ?? []].flat() as string[];
    return found.toSorted((some, others) => {
      for (const order of orders) {
        const field = order.slice('BY_'.length) as FieldName;
        const difference = compare(read(some, field), read(others, field));
        if (difference !== 0) return difference;
      }
      return 0;
    });
  }

  /** Looks at everything that is given, whatever comes of it. */
  function matches(given: readonly Given[], args: Args, row: Row): boolean {
    const results = given.map(({ name, kind, field }) => {
      const value = args[name];
      if (value === null || value === undefined) return true;
      switch (kind) {
        case 'VALUE':
          return read(row, field!) === value;
        case 'VALUES':
          return (value as string[]).includes(read(row, field!));
        case 'RANGE': {
          const { from, to } = value as { from?: string; to?: string };
          const own = read(row, field!);
          return (from == null || own >= from) && (to == null || own <= to);
        }
        case 'FILTER': {
          const isMet = matches(model.filter, value as Args, row);
          return name === 'not' ? !isMet : isMet;
        }
        case 'FILTERS':
          return (value as (Args | null)[])
            .map((one) => one === null || matches(model.filter, one, row))
            .every(Boolean);
        case 'PART': {
          state.looked.add('Row.part');
          const { x, y } = value as { x?: string; y?: string };
          const isX = x == null || readPart(row.part, 'x') === x;
          const isY = y == null || readPart(row.part, 'y') === y;
          return isX && isY;
        }
        case 'ORDER':
          for (const order of value as string[]) read(row, order.slice('BY_'.length) as FieldName);
          return true;
      }
    });
    return results.every(Boolean);
  }
}

function compare(some: string, others: string): number {
  return some < others ? -1 : some > others ? 1 : 0;
}
