import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, parse } from 'graphql';
import { fieldKey, type Requirement, type PlaceholderAliases } from '../query-plan/placeholder-aliases.ts';
import { typeKey } from '../query-plan/read-keys.ts';
import { entityFields, withEntityFields } from '../query-plan/entity-fields.ts';

/** A part of a fetch: its fields with the same requirements. */
export interface PartialFetch {
  fetch: FetchNode;
  /** What its references may lack, because only other fields require it. */
  optional: ReadonlySet<QueryPlanSelectionNode>;
  /** The fragments of the references that hold what its fields require. Without them it cannot be sent. */
  essential: ReadonlySet<QueryPlanSelectionNode>;
  /** Each fragment, followed by its variants with only one of its keys. */
  ways: readonly (readonly [fragment: QueryPlanSelectionNode, ...byKey: QueryPlanSelectionNode[]])[];
}

interface Group {
  fields: Set<FieldNode>;
  requirement: Requirement;
}

/**
 * Splits a fetch for entities that lack something which only some of its fields require: a condition left it out,
 * or the subgraph that owns it does not know the entity. Where the references hold several keys, one that was left
 * out may be missing too. Empty when there is only one way to ask.
 */
export function partialFetches(
  node: FetchNode,
  placeholders: Pick<PlaceholderAliases, 'calls' | 'requirements' | 'keys'>,
): PartialFetch[] {
  const document = parse(node.operation, { noLocation: true });
  const groups = new Map<string, Group>();
  const required = new Set<string>();
  for (const { type, node: field } of entityFields(document)) {
    const requirement = placeholders.requirements.get(fieldKey(node.serviceName, type, field.name.value));
    const signature = JSON.stringify([...(requirement ?? [])].sort());
    const group = groups.get(signature);
    if (group) group.fields.add(field);
    else groups.set(signature, { fields: new Set([field]), requirement: requirement ?? new Map() });
    for (const [path, name] of requirement ?? []) required.add(`${path}=${name}`);
  }
  const hasOneWay = node.requires!.length < 2 && !node.requires!.some((one) => keysIn(one).length > 1);
  if (groups.size < 2 && hasOneWay) return [];

  return [...groups.values()].map(({ fields, requirement }) => {
    const optional = new Set<QueryPlanSelectionNode>();
    markOptional(node.requires!, '');
    const essential = new Set(node.requires!.filter((fragment) => holdsRequired([fragment], '')));
    return {
      fetch: withEntityFields(node, document, fields),
      optional,
      essential,
      ways: node.requires!.map((fragment) => [fragment, ...byKey(fragment)]),
    };

    /** The planner merges two fetches by different keys into one, though a condition may leave one key out. */
    function byKey(fragment: QueryPlanSelectionNode): QueryPlanSelectionNode[] {
      const held = keysIn(fragment);
      if (fragment.kind !== 'InlineFragment' || held.length < 2) return [];
      return held.map((key) => {
        const isOfOthers = (name: string) =>
          !key.includes(name) && held.some((other) => other.includes(name)) && !requirement.has(`.${name}`);
        const selections = fragment.selections.filter(
          (selection) => selection.kind === 'InlineFragment' || !isOfOthers(selection.name),
        );
        return { ...fragment, selections };
      });
    }

    function holdsRequired(selections: readonly QueryPlanSelectionNode[], path: string): boolean {
      return selections.some((selection) => {
        if (selection.kind === 'InlineFragment') return holdsRequired(selection.selections, path);
        const at = pathOf(path, selection.name);
        return requirement.get(at) === selection.name || holdsRequired(selection.selections ?? [], at);
      });
    }

    /** Returns whether all of the selections may be missing. */
    function markOptional(selections: readonly QueryPlanSelectionNode[], path: string): boolean {
      let all = true;
      for (const selection of selections) {
        if (selection.kind === 'InlineFragment') {
          if (!markOptional(selection.selections, path)) all = false;
          continue;
        }
        const { name } = selection;
        if (name === '__typename') continue;
        const at = pathOf(path, name);
        const isOptional = selection.selections
          ? markOptional(selection.selections, at)
          : required.has(`${at}=${name}`) && requirement.get(at) !== name;
        if (isOptional) optional.add(selection);
        else all = false;
      }
      return all;
    }
  });

  /** Returns the keys of which a fragment of the references holds all fields. */
  function keysIn(fragment: QueryPlanSelectionNode): (readonly string[])[] {
    if (fragment.kind !== 'InlineFragment' || fragment.typeCondition === undefined) return [];
    const names = new Set(fragment.selections.map((one) => (one.kind === 'Field' ? one.name : '')));
    const keys = placeholders.keys.get(typeKey(node.serviceName, fragment.typeCondition)) ?? [];
    return keys.filter((key) => key.every((name) => names.has(name)));
  }

  function pathOf(path: string, name: string): string {
    return `${path}.${placeholders.calls.get(name)?.name.value ?? name}`;
  }
}
