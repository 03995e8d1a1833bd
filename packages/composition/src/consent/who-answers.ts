import { type FieldDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { parseFieldSet, topLevelNames } from '../sdl/field-set.ts';
import { namedTypeOf } from '../sdl/named-type.ts';
import { type FieldFacts, WAYS } from './facts/graph-facts.ts';
import type { FieldType, Join, SupergraphTypes } from './supergraph-types.ts';

/** Who answers for one field, and who is given it. */
export type Answering = Pick<FieldFacts, 'answers' | 'owners' | 'givenTo' | 'isValue'>;

/** How one department knows a type. */
interface Presence {
  /** Field sets of its keys by which it can be asked for an object. */
  resolvable: string[];
  /** Of all its keys, also those that only refer. */
  keys: string[];
  isInterfaceObject: boolean;
}

/** Finds who answers for each field of a supergraph, on any path. */
export function createWhoAnswers(types: SupergraphTypes) {
  const presences = new Map([...types.fieldTypes].map(([name, type]) => [name, presencesOf(types, type)]));
  const provided = findProvided(types);
  const known = new Map<string, readonly string[]>();

  return function whoAnswers(type: FieldType, field: FieldDefinitionNode): Answering {
    const name = type.name.value;
    const coordinate = `${name}.${field.name.value}`;
    const ways = new Map<string, Set<string>>();
    const add = (department: string, way: string) =>
      ways.set(department, (ways.get(department) ?? new Set()).add(way));

    const { answering, givenTo } = joinedTo(types, type, field);
    for (const { department, given } of answering) add(department!, wayOf(name, field, department!, given));
    for (const [department, place] of provided.get(coordinate) ?? []) {
      add(department, isReference(name, field, department) ? WAYS.reference : `@provides of ${place}`);
    }
    for (const one of type.interfaces ?? []) {
      const parent = types.fieldTypes.get(one.name.value);
      const same = parent?.fields?.find((other) => other.name.value === field.name.value);
      if (!parent || !same) continue;
      for (const { department } of joinedTo(types, parent, same).answering) {
        const presence = presences.get(one.name.value)!.get(department!);
        if (presence?.isInterfaceObject && !isReference(one.name.value, same, department!))
          add(department!, `@interfaceObject ${one.name.value}`);
      }
    }

    const all = [...ways.keys()].sort();
    const own = all.filter((department) => [...ways.get(department)!].some((way) => way !== WAYS.reference));
    return {
      answers: new Map(all.map((department) => [department, [...ways.get(department)!].sort()])),
      owners: own.length > 0 ? own : all,
      givenTo,
      isValue:
        !types.roots.has(name) && [...presences.get(name)!.values()].every(({ keys }) => keys.length === 0),
    };
  };

  function wayOf(
    type: string,
    field: FieldDefinitionNode,
    department: string,
    { override, overrideLabel }: Join['given'],
  ): string {
    if (overrideLabel !== undefined) {
      return override === undefined
        ? `but for @override ${String(overrideLabel)}`
        : `@override ${String(overrideLabel)}`;
    }
    if (isReference(type, field, department)) return WAYS.reference;
    const presence = presences.get(type)!.get(department);
    return types.roots.has(type) || (presence && presence.resolvable.length > 0) ? WAYS.entered : WAYS.own;
  }

  /**
   * True where the field only says which object is meant: the department knows the type by one identity, which another
   * department has published as a key, and the field is part of it. With a second key, the department would say which value of
   * the one belongs to a value of the other.
   */
  function isReference(type: string, { name }: FieldDefinitionNode, department: string): boolean {
    const all = presences.get(type)!;
    const others = [...all].filter(([other]) => other !== department).flatMap(([, { keys }]) => keys);
    if (!others.some((key) => namesOf(key).includes(name.value))) return false;
    const own = all.get(department)?.keys ?? [];
    const identities = own.length > 0 ? own : keysIn(type, department, others);
    return identities.every((key) => namesOf(key).includes(name.value));
  }

  /** Departments share their keys. */
  function namesOf(key: string): readonly string[] {
    const names = known.get(key) ?? topLevelNames(key);
    known.set(key, names);
    return names;
  }

  /** Keys of others all of whose fields a department has. */
  function keysIn(type: string, department: string, keys: readonly string[]): string[] {
    const node = types.fieldTypes.get(type)!;
    const fields = (node.fields ?? [])
      .filter((field) => joinedTo(types, node, field).answering.some((one) => one.department === department))
      .map(({ name }) => name.value);
    return [...new Set(keys)].filter((key) => namesOf(key).every((name) => fields.includes(name)));
  }
}

/** How each department knows a type. */
function presencesOf(types: SupergraphTypes, type: FieldType): Map<string, Presence> {
  const found = new Map<string, Presence>();
  for (const { department, given } of types.joins(type, 'join__type')) {
    const known = found.get(department!) ?? { resolvable: [], keys: [], isInterfaceObject: false };
    found.set(department!, known);
    if (given['isInterfaceObject'] === true) known.isInterfaceObject = true;
    if (typeof given['key'] !== 'string') continue;
    known.keys.push(given['key']);
    if (given['resolvable'] !== false) known.resolvable.push(given['key']);
  }
  return found;
}

/** The departments whose schema has a field: those that answer for it, and those that are given it. */
function joinedTo(
  types: SupergraphTypes,
  type: FieldType,
  field: FieldDefinitionNode,
): { answering: Join[]; givenTo: string[] } {
  const joins = types.joins(field, 'join__field');
  if (joins.length === 0) return { answering: onlyOnce(types.joins(type, 'join__type')), givenTo: [] };
  const named = joins.filter(({ department }) => department !== null);
  const isGiven = ({ given }: Join) => given['external'] === true;
  return {
    answering: named.filter((join) => !isGiven(join) && join.given['usedOverridden'] !== true),
    givenTo: named
      .filter(isGiven)
      .map(({ department }) => department!)
      .sort(),
  };
}

/** A type is joined once for each key. */
function onlyOnce(joins: readonly Join[]): Join[] {
  const departments = new Set(joins.map(({ department }) => department));
  return [...departments].map((department) => ({ department, given: {} }));
}

/** By coordinate, the departments that answer for it where one of their fields `@provides` it, with that field. */
function findProvided(types: SupergraphTypes): Map<string, [department: string, place: string][]> {
  const found = new Map<string, [string, string][]>();
  for (const type of types.fieldTypes.values()) {
    for (const field of type.fields ?? []) {
      for (const { department, given } of types.joins(field, 'join__field')) {
        const selections = typeof given['provides'] === 'string' ? parseFieldSet(given['provides']) : null;
        const place = `${type.name.value}.${field.name.value}`;
        if (selections && department) collect(selections, namedTypeOf(field.type), [department, place]);
      }
    }
  }
  return found;

  function collect({ selections }: SelectionSetNode, parent: string, by: [string, string]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        collect(selection.selectionSet, selection.typeCondition?.name.value ?? parent, by);
      if (selection.kind !== Kind.FIELD) continue;
      for (const name of [parent, ...(types.possible.get(parent) ?? [])]) {
        const field = types.fieldTypes
          .get(name)
          ?.fields?.find((one) => one.name.value === selection.name.value);
        if (!field) continue;
        const coordinate = `${name}.${selection.name.value}`;
        found.set(coordinate, [...(found.get(coordinate) ?? []), by]);
        if (selection.selectionSet) collect(selection.selectionSet, namedTypeOf(field.type), by);
      }
    }
  }
}
