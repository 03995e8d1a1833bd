import type { Subgraph } from '../synthetic/compose.ts';

export interface Size {
  departments: number;
  /** Entity types of all departments together; at least as many as departments. */
  types: number;
}

/** Departments that the measured query visits: the same work however large the graph is. */
const VISITED = 4;

/**
 * A graph of any size. Type `i` belongs to department `i mod departments`; the next department adds a field
 * to it, and it points to the next type. The first types of a graph are thus alike at every size.
 *
 * @param urlOf by index of the department
 */
export function generateSubgraphs(
  { departments, types }: Size,
  urlOf: (department: number) => string,
): Subgraph[] {
  return Array.from({ length: departments }, (_, department) => {
    const owned = numbers(types).filter((type) => type % departments === department);
    const extended = numbers(types).filter((type) => (type + 1) % departments === department);
    const declared = new Set(owned);
    const pointedAt = owned.map((type) => (type + 1) % types).filter((type) => !declared.has(type));
    return {
      name: `d${department}`,
      url: urlOf(department),
      sdl: [
        LINK,
        ...(department === 0 ? ['type Query { start(id: ID!): T0 }'] : []),
        ...owned.map((type) => ownType(type, (type + 1) % types)),
        ...extended.filter((type) => !declared.has(type)).map(extendType),
        ...pointedAt.filter((type) => !extended.includes(type)).map(referTo),
      ].join('\n'),
    };
  });
}

/** Walks through the first types, each with the field that another department adds. */
export function walkingQuery(): string {
  let selection = '';
  for (let type = VISITED - 1; type >= 0; type -= 1) {
    selection = `{ id name amount extra${type} ${selection && `next ${selection}`} }`;
  }
  return `query Walk($id: ID!) { start(id: $id) ${selection} }`;
}

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const ownType = (type: number, next: number) =>
  `type T${type} @key(fields: "id") { id: ID! name: String amount: Float day: String open: Boolean next: T${next} }`;
const extendType = (type: number) => `type T${type} @key(fields: "id") { id: ID! extra${type}: String }`;
const referTo = (type: number) => `type T${type} @key(fields: "id", resolvable: false) { id: ID! }`;
