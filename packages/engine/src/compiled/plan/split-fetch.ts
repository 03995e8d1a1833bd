import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, parse } from 'graphql';
import { fieldKey, type Requirement, type StandIns } from '../supergraph/stand-ins.ts';
import { type EntityField, entityFields, withEntityFields } from './entity-fields.ts';

/** Fields that one reference can serve, and what it holds at each path for them. */
interface Group {
  fields: Set<FieldNode>;
  holds: Map<string, string>;
}

/**
 * A fetch of entities whose fields require different values under one name, as fetches of which each
 * has references of its own. Any other fetch stays as it is.
 */
export function splitFetch(node: FetchNode, { calls, requirements }: StandIns): FetchNode[] {
  if (!node.requires) return [node];
  const document = parse(node.operation, { noLocation: true });
  const groups = groupFields(entityFields(document), (type, field) =>
    requirements.get(fieldKey(node.serviceName, type, calls.get(field)?.name.value ?? field)),
  );
  if (groups.length < 2) return [node];

  return groups.map(({ fields, holds }) => {
    // What no field of the group requires is part of a key, unless it stands in for a field that others require.
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
  calls: StandIns['calls'],
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
