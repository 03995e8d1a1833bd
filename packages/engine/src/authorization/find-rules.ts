import type { Probe } from '@yiwang/schema-directives';
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
import { conditionOf } from '../core/condition.ts';
import { fragmentsOf } from '../response-shape/collect-fields.ts';
import type { AccessRule } from '../core/caller.ts';
import type { Access, PossibleTypes } from './access.ts';
import { argumentRules, createProbes } from './argument-reads.ts';

/** Maximum number of characters of cached operations. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

/** Returns the rules that an operation meets. Null for none, and for a text that is not an operation. */
export type FindRules = (query: string, operationName: string | undefined) => MetRules | null;

export interface MetRules {
  /** The rules met whatever the variables are, each once with its name, sorted by name. */
  always: readonly (readonly [name: string, rule: AccessRule])[];
  /** Places where variables decide whether other rules are met. */
  probes: readonly Probe[];
}

interface Found {
  rules: MetRules | null;
}

/** Finds the rules of each operation once. Most meet none, and then no caller has to be authorized. */
export function createFindRules(access: Access, schema: GraphQLSchema): FindRules {
  const cached = new LRUCache<string, Found>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ rules }, key) =>
      key.length + 100 + (rules ? rules.always.length * 50 + rules.probes.length * 200 : 0),
  });
  return (query, operationName) => {
    // No document begins with this character.
    const key = operationName === undefined ? query : `\0${operationName}\0${query}`;
    let found = cached.get(key);
    if (!found) {
      found = { rules: find(query, operationName) };
      cached.set(key, found);
    }
    return found.rules;
  };

  function find(query: string, operationName: string | undefined): MetRules | null {
    const { met, probes } = rulesMet(access, schema, query, operationName);
    if (met.size === 0 && probes.length === 0) return null;
    const always = [...met].sort().map((name) => [name, access.facts.rules.get(name)!] as const);
    return { always, probes };
  }
}

/** Finds the rules that a text meets. It may be invalid: validation reports that elsewhere. */
function rulesMet(
  access: Access,
  schema: GraphQLSchema,
  query: string,
  operationName: string | undefined,
): { met: ReadonlySet<string>; probes: readonly Probe[] } {
  const met = new Set<string>();
  const document = parseOrNull(query);
  const operation = document && getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return { met, probes: [] };
  const { probes, note } = createProbes(access, operation);
  const fragments = fragmentsOf(document);
  const seen = new Set<string>();
  visitSet(operation.selectionSet, root, access.possibleTypes(root.name));
  return { met, probes: [...probes.values()] };

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
        for (const { rule } of argumentRules(access, parent.name, possible, selection, note)) met.add(rule);
        for (const coordinate of access.listFactsOf(parent.name, name)) met.add(coordinate);
        for (const coordinate of access.aggregatedBy(parent.name, name)) met.add(coordinate);
        if (!selection.selectionSet) continue;
        const below = getNamedType(field.type);
        const possibleBelow = access.possibleTypes(below.name);
        for (const type of possibleBelow.names) {
          for (const coordinate of access.existenceOf(type)) met.add(coordinate);
        }
        visitSet(selection.selectionSet, below, possibleBelow);
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
