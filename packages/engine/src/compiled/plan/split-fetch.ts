import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { fieldKey, type Requirement, type StandIns } from '../supergraph/stand-ins.ts';

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
    requirements.get(fieldKey(node.serviceName, type, field)),
  );
  if (groups.length < 2) return [node];

  return groups.map(({ fields, holds }) => {
    const { kept, variables } = keepFields(document, fields);
    const isHeld = (path: string, name: string) => !calls.has(name) || holds.get(path) === name;
    return {
      ...node,
      operation: print(kept),
      variableUsages: (node.variableUsages ?? []).filter((name) => variables.has(name)),
      requires: keepRequired(node.requires!, '', calls, isHeld),
    };
  });
}

function groupFields(
  fields: readonly (readonly [type: string, field: FieldNode])[],
  requirementOf: (type: string, field: string) => Requirement | undefined,
): Group[] {
  const groups: Group[] = [];
  for (const [type, field] of fields) {
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

/** The fields that a fetch asks of entities, with the type they are asked of. */
function entityFields(document: DocumentNode): [type: string, field: FieldNode][] {
  const found: [string, FieldNode][] = [];
  walk(entitiesOf(document).selectionSet!, '');
  return found;

  function walk({ selections }: SelectionSetNode, type: string): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) found.push([type, selection]);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? type);
      }
    }
  }
}

function entitiesOf(document: DocumentNode): FieldNode {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return (operation as OperationDefinitionNode).selectionSet.selections[0] as FieldNode;
}

/** The operation with some of its entity fields, and the variables that it still uses. */
function keepFields(document: DocumentNode, fields: ReadonlySet<FieldNode>) {
  const entities = entitiesOf(document);
  const inside = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return fields.has(selection) ? [selection] : [];
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      const kept = inside(selection.selectionSet);
      return kept.selections.length > 0 ? [{ ...selection, selectionSet: kept }] : [];
    }),
  });
  const selected: DocumentNode = visit(document, {
    Field: (field) =>
      field === entities ? { ...field, selectionSet: inside(field.selectionSet!) } : undefined,
  });

  const variables = new Set<string>();
  visit(selected, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      variables.add(name.value);
    },
  });
  const kept: DocumentNode = visit(selected, {
    VariableDefinition: ({ variable }) => (variables.has(variable.name.value) ? false : null),
  });
  return { kept, variables };
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
