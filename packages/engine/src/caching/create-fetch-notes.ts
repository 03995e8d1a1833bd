import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Dependency } from '../core/answer-cache.ts';
import type { Fetched, Json, Run } from '../core/run.ts';
import type { ReferenceForm } from '../query-plan/reference-form.ts';
import { isJson } from '../query-plan/reference-form.ts';
import { addTypesOf, fieldOf } from './types-of-selection.ts';

/** Of more entities, only their type is remembered. */
const MAX_ENTITIES = 200;

/** Finds out what the answers to fetches are made from. */
export interface FetchNotes {
  ofRoots(fetch: DocumentNode, subgraph: string): Fetched['dependenciesOf'];
  ofEntities(fetch: DocumentNode, subgraph: string, form: ReferenceForm): Fetched['dependenciesOf'];
}

/**
 * @param keys see CacheFacts
 * @param lookups names of the root fields that look up one entity
 */
export function createFetchNotes(
  schema: GraphQLSchema,
  keys: ReadonlyMap<string, string>,
  lookups: ReadonlySet<string>,
): FetchNotes {
  return {
    ofRoots(fetch, subgraph) {
      const selections = rootsOf(fetch);
      const parts = selections?.map((field) => rootDependencies(field, subgraph));
      return parts ? (run) => parts.flatMap((part) => part(run)) : () => [anythingOf(subgraph)];
    },

    ofEntities(fetch, subgraph, form) {
      const set = rootsOf(fetch)?.[0]?.selectionSet;
      const within = set ? typesWithin(set) : null;
      if (within === null) return () => [anythingOf(subgraph)];
      return (_run, references) =>
        references === null || references.length > MAX_ENTITIES
          ? [...within].flatMap(([type, nested]) => shownBeneath(subgraph, type, null, nested))
          : references.flatMap((reference) => entityDependencies(reference, subgraph, form, within));
    },
  };

  /** A list depends on the rows of its types; a lookup on its entity, and on what is shown beneath it. */
  function rootDependencies(node: FieldNode, subgraph: string): (run: Run) => readonly Dependency[] {
    const field = fieldOf(schema.getQueryType()!, node.name.value);
    const type = field && getNamedType(field.type);
    const types = new Set<string>();
    const isKnown =
      isCompositeType(type) && node.selectionSet && addTypesOf(schema, node.selectionSet, type, types);
    // A root field of a single value reads rows that nothing names.
    if (!isKnown) return () => [anythingOf(subgraph)];
    const key = lookups.has(node.name.value) ? keys.get(`${subgraph} ${type.name}`) : undefined;
    const name = (node.alias ?? node.name).value;
    if (key === undefined) {
      const listed = [type.name, ...types].map((one) => ({ subgraph, type: one, by: null, key: null }));
      return () => listed;
    }
    const isSelected = node.selectionSet!.selections.some(
      (one) => one.kind === Kind.FIELD && one.name.value === key && one.alias === undefined,
    );
    return ({ data }) => {
      const value = isSelected ? (data[name] as Json | null | undefined)?.[key] : undefined;
      return shownBeneath(subgraph, type.name, textOf(value), types);
    };
  }

  function entityDependencies(
    reference: string,
    subgraph: string,
    { before, after }: ReferenceForm,
    within: ReadonlyMap<string, ReadonlySet<string>>,
  ): readonly Dependency[] {
    const { __typename: type, ...values } = JSON.parse(
      isJson(reference) ? reference : `${before}${reference}${after}`,
    ) as Record<string, unknown>;
    if (typeof type !== 'string') return [anythingOf(subgraph)];
    const key = keys.get(`${subgraph} ${type}`);
    const nested = within.get(type) ?? [...within.values()].reduce(union, new Set<string>());
    return shownBeneath(subgraph, type, key === undefined ? null : textOf(values[key]), nested);
  }

  /** Returns what is selected on each entity type; null where the schema does not show all of it. */
  function typesWithin({ selections }: SelectionSetNode): Map<string, Set<string>> | null {
    const within = new Map<string, Set<string>>();
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD && selection.name.value.startsWith('__')) continue;
      const condition =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
      const type = condition === undefined ? undefined : schema.getType(condition);
      if (selection.kind !== Kind.INLINE_FRAGMENT || !isCompositeType(type)) return null;
      const types = within.get(type.name) ?? new Set<string>();
      within.set(type.name, types);
      if (!addTypesOf(schema, selection.selectionSet, type, types)) return null;
    }
    return within;
  }
}

const anythingOf = (subgraph: string): Dependency => ({ subgraph, type: null, by: null, key: null });

/** An entity, and the rows beneath it. Those of its own type may be any: a change names them by themselves. */
function shownBeneath(
  subgraph: string,
  type: string,
  key: string | null,
  nested: Iterable<string>,
): Dependency[] {
  return [
    { subgraph, type, by: type, key },
    ...[...nested].map((one) =>
      one === type ? { subgraph, type, by: null, key: null } : { subgraph, type: one, by: type, key },
    ),
  ];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function union(one: Set<string>, other: ReadonlySet<string>): Set<string> {
  for (const item of other) one.add(item);
  return one;
}

/** Returns null for a fetch whose root is more than fields. */
function rootsOf({ definitions }: DocumentNode): FieldNode[] | null {
  const { selections } = (definitions[0] as OperationDefinitionNode).selectionSet;
  const isPlain = definitions.length === 1 && selections.every((one) => one.kind === Kind.FIELD);
  return isPlain ? (selections as FieldNode[]) : null;
}
