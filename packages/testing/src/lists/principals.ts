import type { Assertion } from '@yiwang/identity';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Column } from './columns.ts';

/** Columns that hold who a person is. */
const PERSON = /(^|_)(user|person|by|holder|official)$/;
const MAX_PERSONS = 8;
const MAX_MANDATES = 5;

/** Who may ask for a list: persons from the data, those with the most rows first, who act for enterprises with many rows and may read everything. */
export function principalsOf(
  department: string,
  columns: readonly Column[],
  rights: Pick<Assertion, 'reads' | 'scopes'>,
): Partial<Assertion>[] {
  const persons = columns
    .filter(({ name, type }) => type === 'text' && PERSON.test(name))
    .flatMap(({ frequent, spread }) => [...frequent.slice(0, 2), ...spread.slice(0, 1)]);
  const enterprises = columns
    .filter(({ name }) => name.endsWith('uscc'))
    .flatMap(({ frequent }) => frequent.slice(0, 1));
  const mandates = [...new Set(enterprises)]
    .slice(0, MAX_MANDATES)
    .map((uscc, index) => ({ id: `M-2026-0000000${index + 1}`, uscc, items: null }));
  const everyone = {
    client: department,
    department,
    ...rights,
    purpose: { basis: 'a walk over the lists', caseNumber: '1', requester: department },
    mandates,
  };
  return [null, ...new Set(persons)].slice(0, MAX_PERSONS).map((user) => ({ ...everyone, user }));
}

/** Every scope that a schema names, in a directive or a description, and the one that shows sensitive values. */
export function scopesIn(sdl: string): string[] {
  return [...new Set(['sensitive:read', ...(sdl.match(/\b[a-z]+:[a-z]+\b/g) ?? [])])];
}

/** A right to read every conditional field of every row. */
export function readEverything(schema: GraphQLSchema): Assertion['reads'] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.flatMap((type) => {
    const ofType = isConditional([type.astNode, ...type.extensionASTNodes]);
    return Object.values(type.getFields())
      .filter(({ astNode }) => isConditional([astNode]) || ofType)
      .map(({ name }) => ({ coordinate: `${type.name}.${name}`, grant: null, regions: null }));
  });
}

interface Directed {
  directives?: readonly {
    name: { value: string };
    arguments?: readonly { name: { value: string }; value: { kind: string; value?: unknown } }[];
  }[];
}

function isConditional(nodes: readonly (Directed | null | undefined)[]): boolean {
  return nodes.some((node) =>
    node?.directives?.some(
      ({ name, arguments: given }) =>
        name.value === 'sharing' &&
        given?.some(
          (one) =>
            one.name.value === 'class' &&
            (one.value.value === 'CONDITIONAL' || one.value.value === 'NOT_SHARED'),
        ),
    ),
  );
}
