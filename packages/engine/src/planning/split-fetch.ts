import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, parse } from 'graphql';
import { fieldKey, type Requirement, type PlaceholderAliases } from '../query-plan/placeholder-aliases.ts';
import { type EntityField, entityFields, withEntityFields } from '../query-plan/entity-fields.ts';
import { nameSetBy } from '../query-plan/rewrites.ts';

/** Fields that one reference can serve, with what it holds at each path for them. */
interface Group {
  fields: Set<FieldNode>;
  holds: Map<string, string>;
}

/**
 * Splits a fetch of entities whose fields require different values under one name, so that each part has its own
 * references. Other fetches are returned unchanged.
 */
export function splitFetch(node: FetchNode, { calls, requirements }: PlaceholderAliases): FetchNode[] {
  if (!node.requires) return [node];
  const document = parse(node.operation, { noLocation: true });
  const groups = groupFields(entityFields(document), (type, field) =>
    requirements.get(fieldKey(node.serviceName, type, calls.get(field)?.name.value ?? field)),
  );
  if (groups.length < 2) return [node];

  return groups.map(({ fields, holds }) => {
    // A selection that no field of the group requires belongs to a key, unless it is a placeholder that other
    // fields require.
    const isHeld = (path: string, name: string) =>
      holds.has(path) ? holds.get(path) === name : !calls.has(name);
    return {
      ...withEntityFields(node, document, fields),
      requires: keepRequired(node.requires!, '', calls, isHeld),
    };
  });
}

function groupFields(
  fields: readonly EntityField[],
  requirementOf: (type: string, field: string) => Requirement | undefined,
): Group[] {
  const groups: Group[] = [];
  for (const { type, node: field } of fields) {
    const required = requirementOf(type, field.name.value) ?? new Map<string, string>();
    const fits = ({ holds }: Group) =>
      [...required].every(([path, name]) => (holds.get(path) ?? name) === name);
    let group = groups.find(fits);
    if (!group) {
      group = { fields: new Set(), holds: new Map() };
      groups.push(group);
    }
    group.fields.add(field);
    for (const [path, name] of required) group.holds.set(path, name);
  }
  return groups;
}

function keepRequired(
  selections: readonly QueryPlanSelectionNode[],
  path: string,
  calls: PlaceholderAliases['calls'],
  isHeld: (path: string, name: string) => boolean,
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === 'InlineFragment') {
      const kept = keepRequired(selection.selections, path, calls, isHeld);
      return kept.length > 0 ? [{ ...selection, selections: kept }] : [];
    }
    const at = `${path}.${calls.get(selection.name)?.name.value ?? selection.name}`;
    if (!isHeld(at, selection.name)) return [];
    if (!selection.selections) return [selection];
    const kept = keepRequired(selection.selections, at, calls, isHeld);
    return kept.length > 0 ? [{ ...selection, selections: kept }] : [];
  });
}

/**
 * Splits a fetch whose references use the name of an interface as their type (`@interfaceObject`) when a field of
 * one of the types requires another field. Under the interface's name a subgraph finds the entity, but ignores what
 * else the reference holds. Fields with requirements get references with the entities' own types. Other fetches are
 * returned unchanged.
 *
 * @param possibleTypes by abstract type
 */
export function splitByName(
  node: FetchNode,
  { calls, requirements }: Pick<PlaceholderAliases, 'calls' | 'requirements'>,
  possibleTypes: ReadonlyMap<string, readonly string[]>,
): FetchNode[] {
  const { requires, serviceName, inputRewrites = [] } = node;
  const names = new Set(inputRewrites.flatMap((rewrite) => nameSetBy(rewrite) ?? []));
  if (!requires || names.size === 0) return [node];
  const document = parse(node.operation, { noLocation: true });
  const fields = entityFields(document);
  const requiring = fields.filter((field) => !names.has(field.type) && requiresAny(field));
  if (requiring.length === 0) return [node];

  const types = new Set(requiring.map(({ type }) => type));
  const own = {
    ...withEntityFields(node, document, new Set(requiring.map((field) => field.node))),
    requires: requires.flatMap(asOwnTypes),
    inputRewrites: inputRewrites.filter((rewrite) => nameSetBy(rewrite) === null),
  };
  const others = fields.filter((field) => !requiring.includes(field));
  if (others.length === 0) return [own];
  return [own, withEntityFields(node, document, new Set(others.map((field) => field.node)))];

  function requiresAny({ type, node: { name } }: EntityField): boolean {
    const field = calls.get(name.value)?.name.value ?? name.value;
    return (requirements.get(fieldKey(serviceName, type, field))?.size ?? 0) > 0;
  }

  /**
   * Returns what a reference holds for the given types, under their own names, including what it holds under an
   * interface's name.
   */
  function asOwnTypes(selection: QueryPlanSelectionNode): QueryPlanSelectionNode[] {
    if (selection.kind !== 'InlineFragment' || selection.typeCondition === undefined) return [selection];
    const { typeCondition } = selection;
    if (types.has(typeCondition)) return [selection];
    if (!names.has(typeCondition)) return [];
    return (possibleTypes.get(typeCondition) ?? [])
      .filter((type) => types.has(type))
      .map((type) => ({ ...selection, typeCondition: type }));
  }
}
