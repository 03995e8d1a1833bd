import type { Operation } from '../processes/ask.ts';

/** Keys of what the databases hold. */
export interface Keys {
  usccs: readonly string[];
  regions: readonly string[];
}

export interface DepartmentCase {
  department: string;
  name: string;
  operations: (keys: Keys) => Operation[];
}

const KEYS_OF_A_REQUEST = 20;
const REQUESTS = 40;

/** What the gateway asks most: entities by key, and lists. */
export const CASES: readonly DepartmentCase[] = [
  entities('enterprises', 'name status registeredOn industry { name }'),
  entities('permits', 'permits(first: 5) { edges { node { number name validUntil } } }'),
  entities('tax', 'taxpayer { creditGrades { year grade } taxKinds { kind } }'),
  entities('land', 'parcels(first: 5) { edges { node { code areaM2 landUse { name } } } }'),
  entitiesOf('exchange', 'Region', 'code', ({ regions }) => regions, 'name level parent { name }'),
  list('enterprises', 'enterprises(first: $first) { edges { node { uscc name status registeredOn } } }'),
  list('permits', 'serviceItems(first: $first) { edges { node { code name } } }'),
  list('land', 'parcels(first: $first) { edges { node { code areaM2 } } }'),
  list('exchange', 'regions(first: $first) { edges { node { code name level } } }'),
];

function entities(department: string, fields: string): DepartmentCase {
  return entitiesOf(department, 'Enterprise', 'uscc', ({ usccs }) => usccs, fields);
}

function entitiesOf(
  department: string,
  type: string,
  key: string,
  valuesIn: (keys: Keys) => readonly string[],
  fields: string,
): DepartmentCase {
  const query = `query Entities($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on ${type} { ${fields} } }
  }`;
  return {
    department,
    name: `_entities, ${KEYS_OF_A_REQUEST} keys`,
    operations(keys) {
      const values = valuesIn(keys);
      return Array.from({ length: REQUESTS }, (_, request) => ({
        query,
        variables: {
          representations: Array.from({ length: KEYS_OF_A_REQUEST }, (_, index) => ({
            __typename: type,
            // Another choice for each request, without repeats inside one.
            [key]: values[(request * 7 + index) % values.length],
          })),
        },
      }));
    },
  };
}

function list(department: string, field: string): DepartmentCase {
  const query = `query List($first: Int!) { ${field} }`;
  return {
    department,
    name: 'list, 31–50 rows',
    operations: () => Array.from({ length: 20 }, (_, less) => ({ query, variables: { first: 50 - less } })),
  };
}
