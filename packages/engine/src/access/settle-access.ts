import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { conditionOf } from '../compiled/shape/condition.ts';
import { fragmentsOf, type RefusedFields } from '../compiled/shape/collect-fields.ts';
import { parseFieldSet } from '../compiled/supergraph/field-set.ts';
import type { Access, PossibleTypes } from './access.ts';
import { keyBehind } from './parties.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** An operation that meets rules: what the client gets, and what the departments are asked. */
export interface SettledAccess {
  /** What the client asked. A fragment that may meet different types is there once for each. */
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** The fields of it that are refused, each with the coordinate of a rule that refuses it. */
  refused: RefusedFields;
  /** Coordinates of the conditional data that is read, sorted. */
  conditional: readonly string[];
  /**
   * Without what is refused, and with the keys of the entities whose conditional data is read, and of the parties that
   * they are in or lead to. A selection set that was left empty asks for the type, so that its object is there.
   */
  planned: DocumentNode;
  /** False when no field is left of the operation. */
  asksForAnything: boolean;
}

interface Settled {
  client: SelectionNode[];
  planned: SelectionNode[];
  /** Names of the object types whose keys are needed here: conditional data of them is read, or of what is in them. */
  subjects: Set<string>;
  /** Whether conditional data is read here or anywhere beneath. */
  isConditional: boolean;
}

interface SettledFragment {
  name: string;
  /** Nothing of it may be read. */
  isEmpty: boolean;
  subjects: ReadonlySet<string>;
  isConditional: boolean;
}

/**
 * Takes out of a valid operation what its caller may not read.
 *
 * A selection is refused when a rule of its field is, or of the same field in a type that an object there may have.
 *
 * @param refusedRules coordinates
 */
export function settleAccess(
  { facts, ...access }: Access,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  refusedRules: ReadonlySet<string>,
): SettledAccess {
  const fragments = fragmentsOf(document);
  const refused = new Map<FieldNode, string>();
  const conditional = new Set<string>();
  const settledFragments = new Map<string, SettledFragment>();
  const clientFragments = new Map<string, FragmentDefinitionNode>(Object.entries(fragments));
  const settledNames = new Set<string>();
  // What is asked of the schema itself spreads fragments as they are.
  const plannedFragments = new Map(clientFragments);

  const root = schema.getRootType(operation.operation)!;
  const { client, planned } = settleSet(operation.selectionSet, root, access.possibleTypes(root.name));
  const settled = { ...operation, selectionSet: setOf(client) };
  return {
    document: documentOf(settled, clientFragments),
    operation: settled,
    refused,
    conditional: [...conditional].sort(),
    planned: withoutUnused(documentOf({ ...operation, selectionSet: neverEmpty(planned) }, plannedFragments)),
    asksForAnything: planned.length > 0,
  };

  function settleSet(
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType,
    possible: PossibleTypes,
  ): Settled {
    const into: Settled = { client: [], planned: [], subjects: new Set(), isConditional: false };
    for (const selection of selections) {
      if (conditionOf(selection) === false) continue;
      if (selection.kind === Kind.FIELD) settleField(selection, parent, possible, into);
      else settleFragment(selection, parent, possible, into);
    }
    return into;
  }

  function settleField(
    field: FieldNode,
    parent: GraphQLNamedType,
    possible: PossibleTypes,
    into: Settled,
  ): void {
    const name = field.name.value;
    if (name.startsWith('__')) {
      into.client.push(field);
      into.planned.push(field);
      return;
    }
    const rules = access.rulesOf(parent.name, possible, name);
    const refusing = rules.filter((rule) => refusedRules.has(rule));
    if (refusing.length > 0) {
      const own = `${parent.name}.${name}`;
      // One of its own: a fragment that meets other types has the same field.
      const copy = { ...field };
      refused.set(copy, refusing.includes(own) ? own : refusing[0]!);
      into.client.push(copy);
      return;
    }
    for (const rule of rules) {
      if (facts.rules.get(rule)!.sharing === 'CONDITIONAL') conditional.add(rule);
    }
    const owners = possible.names.filter((type) => access.conditionalOf(type, name).length > 0);
    for (const type of owners) into.subjects.add(type);
    if (owners.length > 0) into.isConditional = true;
    if (!field.selectionSet) {
      into.client.push(field);
      into.planned.push(field);
      return;
    }
    const below = getNamedType(fieldsOf(parent)[name]!.type);
    const inside = settleSet(field.selectionSet, below, access.possibleTypes(below.name));
    into.client.push({ ...field, selectionSet: setOf(inside.client) });
    if (inside.isConditional) into.isConditional = true;
    // What leads to a party is about it, and so is what is found in one.
    if (inside.isConditional || owners.length > 0) {
      for (const type of access.possibleTypes(below.name).names) {
        if (facts.parties.has(type)) inside.subjects.add(type);
      }
    }
    const keys = keySelections(below, inside.subjects);
    into.planned.push({ ...field, selectionSet: neverEmpty([...inside.planned, ...keys]) });
    // What has no key is told by the object that it is found in.
    if ([...inside.subjects].some((type) => !facts.keys.has(type))) {
      for (const type of possible.names) into.subjects.add(type);
    }
  }

  function settleFragment(
    selection: Exclude<SelectionNode, FieldNode>,
    parent: GraphQLNamedType,
    outer: PossibleTypes,
    into: Settled,
  ): void {
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
    const condition = fragment.typeCondition?.name.value;
    const type = condition === undefined ? parent : schema.getType(condition)!;
    const possible = access.bothOf(outer, access.possibleTypes(type.name));
    if (possible.names.length === 0) return;
    // What it leaves null is null on these types only: they have to be known.
    const tellsTypes = possible.number !== outer.number;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const { name, isEmpty, ...settled } = settleDefinition(selection.name.value, type, possible);
      const spread = { ...selection, name: { kind: Kind.NAME, value: name } as const };
      into.client.push(spread);
      if (!isEmpty || tellsTypes) into.planned.push(spread);
      addReads(settled, into);
      return;
    }
    const inside = settleSet(fragment.selectionSet, type, possible);
    into.client.push({ ...selection, selectionSet: setOf(inside.client) });
    if (inside.planned.length > 0 || tellsTypes) {
      into.planned.push({ ...selection, selectionSet: neverEmpty(inside.planned) });
    }
    addReads(inside, into);
  }

  function settleDefinition(name: string, type: GraphQLNamedType, possible: PossibleTypes): SettledFragment {
    const use = `${name} ${possible.number}`;
    const known = settledFragments.get(use);
    if (known) return known;
    const definition = fragments[name]!;
    const own = settledNames.has(name) ? freshName(name, clientFragments) : name;
    settledNames.add(own);
    const { client: kept, planned: asked, ...reads } = settleSet(definition.selectionSet, type, possible);
    const named = { ...definition, name: { kind: Kind.NAME, value: own } as const };
    clientFragments.set(own, { ...named, selectionSet: setOf(kept) });
    plannedFragments.set(own, { ...named, selectionSet: neverEmpty(asked) });
    const made = { name: own, isEmpty: asked.length === 0, ...reads };
    settledFragments.set(use, made);
    return made;
  }

  /** The keys of the entities among the types, and of the parties that they lead to. */
  function keySelections(parent: GraphQLNamedType, subjects: ReadonlySet<string>): SelectionNode[] {
    const entities = [...subjects].filter((type) => facts.keys.has(type));
    if (entities.length === 0) return [];
    const byKey = Map.groupBy(entities, tellingFields);
    const [only] = byKey.keys();
    const own = parseFieldSet(only!).selections;
    const isOfParent = own.every((one) => one.kind === Kind.FIELD && one.name.value in fieldsOf(parent));
    // Without naming types: an object need not tell its own.
    if (byKey.size === 1 && isOfParent) return [...own];
    return entities.map((type) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
      selectionSet: parseFieldSet(tellingFields(type)),
    }));
  }

  function tellingFields(type: string): string {
    const links = (facts.partyLinks.get(type) ?? []).map((link) => keyBehind(link, facts));
    return [facts.keys.get(type)!, ...links].join(' ');
  }
}

function addReads(from: Pick<SettledFragment, 'subjects' | 'isConditional'>, into: Settled): void {
  for (const subject of from.subjects) into.subjects.add(subject);
  if (from.isConditional) into.isConditional = true;
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function neverEmpty(selections: readonly SelectionNode[]): SelectionSetNode {
  return setOf(selections.length > 0 ? selections : [TYPENAME]);
}

function documentOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] };
}

/** Without the fragments that nothing spreads any more. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  const fragments = fragmentsOf(document);
  const collect = (node: ASTNode) =>
    visit(node, {
      FragmentSpread: ({ name }) => {
        if (used.has(name.value)) return;
        used.add(name.value);
        collect(fragments[name.value]!);
      },
    });
  const [operation] = document.definitions;
  collect(operation!);
  const definitions = document.definitions.filter(
    (one) => one.kind !== Kind.FRAGMENT_DEFINITION || used.has(one.name.value),
  );
  return { ...document, definitions };
}

function freshName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 1;
  while (taken.has(`${name}_${number}`)) number += 1;
  return `${name}_${number}`;
}
