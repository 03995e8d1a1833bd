import type { FetchNode } from '@apollo/query-planner';
import {
  type ASTNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import type { Department } from '../../departments/department.ts';
import { requestHead } from '../plan/request-body.ts';
import { Pace } from './pace.ts';

/** A fetch of root fields. Several may ask it at once, each with variables of its own. */
export interface RootQuery {
  readonly department: Department;
  /** Of the request of one who asks: its JSON up to the variables. */
  readonly head: string;
  /** Names of the fields in the answer to one who asks. */
  readonly fields: readonly string[];
  /** Null when each field looks up one entity, which is always quick. */
  readonly pace: Pace | null;
  /** As `head`, for a number of those who ask. */
  headFor(count: number): string;
}

/** The name of a field, or of a variable, of one of several who ask. */
export const nameFor = (place: number, name: string) => `_${place}_${name}`;

/**
 * @param lookups names of the root fields that look up one entity
 * @returns null when others cannot be asked for in the same request
 */
export function rootQuery(
  node: FetchNode,
  department: Department,
  lookups: ReadonlySet<string>,
): RootQuery | null {
  const { definitions } = parse(node.operation, { noLocation: true });
  const operation = definitions[0] as OperationDefinitionNode;
  if (definitions.length > 1 || operation.directives?.length) return null;
  const { selections } = operation.selectionSet;
  if (!selections.every((selection): selection is FieldNode => selection.kind === Kind.FIELD)) return null;
  const areLookups = selections.every(({ name }) => lookups.has(name.value));

  const heads: string[] = [];
  return {
    department,
    head: requestHead(node),
    fields: selections.map(responseName),
    pace: areLookups ? null : new Pace(),
    headFor(count) {
      heads[count] ??= `{"query":${JSON.stringify(writeQuery(operation, selections, count))}`;
      return heads[count];
    },
  };
}

function responseName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function writeQuery(
  { variableDefinitions = [] }: OperationDefinitionNode,
  selections: readonly FieldNode[],
  count: number,
): string {
  const places = Array.from({ length: count }, (_, place) => place);
  const definitions = places.flatMap((place) => variableDefinitions.map((node) => renamed(node, place)));
  const fields = places.flatMap((place) =>
    selections.map((node) => {
      const alias = { kind: Kind.NAME as const, value: nameFor(place, responseName(node)) };
      return renamed({ ...node, alias }, place);
    }),
  );
  const variables = definitions.length === 0 ? '' : `(${definitions.map(print).join(' ')})`;
  return stripIgnoredCharacters(`query${variables}{${fields.map(print).join(' ')}}`);
}

/** With the variables of one of those who ask. */
function renamed<Node extends ASTNode>(node: Node, place: number): Node {
  return visit(node, {
    Variable: ({ kind, name }) => ({ kind, name: { ...name, value: nameFor(place, name.value) } }),
  });
}
