import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { conditionOf } from '../compiled/shape/condition.ts';
import { fragmentsOf } from '../compiled/shape/collect-fields.ts';
import type { AccessRule } from '../caller.ts';
import type { Access, PossibleTypes } from './access.ts';

/** Characters of operations whose rules are remembered. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** The rules that an operation meets, each once, sorted by coordinate. Null for none, and for a text that is no operation. */
export type FindRules = (query: string, operationName: string | undefined) => readonly AccessRule[] | null;

interface Found {
  rules: readonly AccessRule[] | null;
}

/** Looks at each operation once: most meet no rule, and then nobody has to be judged. */
export function createFindRules(access: Access, schema: GraphQLSchema): FindRules {
  const known = new LRUCache<string, Found>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ rules }, key) => key.length + 100 + (rules?.length ?? 0) * 8,
  });
  return (query, operationName) => {
    // No document begins with this character.
    const key = operationName === undefined ? query : `\0${operationName}\0${query}`;
    let found = known.get(key);
    if (!found) {
      found = { rules: find(query, operationName) };
      known.set(key, found);
    }
    return found.rules;
  };

  function find(query: string, operationName: string | undefined): readonly AccessRule[] | null {
    const coordinates = coordinatesOf(access, schema, query, operationName);
    if (coordinates.size === 0) return null;
    return [...coordinates].sort().map((coordinate) => access.facts.rules.get(coordinate)!);
  }
}

/** Whatever is wrong with the text, others find out: it may be no valid operation. */
function coordinatesOf(
  access: Access,
  schema: GraphQLSchema,
  query: string,
  operationName: string | undefined,
): ReadonlySet<string> {
  const met = new Set<string>();
  const document = parseOrNull(query);
  const operation = document && getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return met;
  const fragments = fragmentsOf(document);
  const seen = new Set<string>();
  visitSet(operation.selectionSet, root, access.possibleTypes(root.name));
  return met;

  function visitSet(
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType,
    possible: PossibleTypes,
  ): void {
    for (const selection of selections) {
      if (conditionOf(selection) === false) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
        if (!field) continue;
        for (const coordinate of access.rulesOf(parent.name, possible, name)) met.add(coordinate);
        if (!selection.selectionSet) continue;
        const below = getNamedType(field.type);
        visitSet(selection.selectionSet, below, access.possibleTypes(below.name));
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const use = `${selection.name.value} ${possible.number}`;
        if (seen.has(use)) continue;
        seen.add(use);
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      if (!fragment) continue;
      const condition = fragment.typeCondition?.name.value;
      const type = condition === undefined ? parent : schema.getType(condition);
      if (!type) continue;
      visitSet(fragment.selectionSet, type, access.bothOf(possible, access.possibleTypes(type.name)));
    }
  }
}

function parseOrNull(query: string) {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return null;
  }
}
