import {
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  print,
  type SelectionSetNode,
} from 'graphql';
import { contextSetters, replaceContextSelections } from './context-selections.ts';
import { parseFieldSet } from './field-set.ts';
import { type Keys, readKeys } from './read-keys.ts';
import { departmentNames, enumArgument, stringArgument, typeNameOf } from './read-directives.ts';

/** A field with the arguments that a `@requires` gives it. */
export type Call = Pick<FieldNode, 'name' | 'arguments'>;

/** What one field requires: by path of field names, the name under which the answer holds the value. */
export type Requirement = ReadonlyMap<string, string>;

export interface StandIns {
  /** The supergraph with the stand-ins, for the planner only. */
  document: DocumentNode;
  /** What each stand-in stands for. */
  calls: ReadonlyMap<string, Call>;
  /** What a department's field requires, by {@link fieldKey}; only of fields that require any other. */
  requirements: ReadonlyMap<string, Requirement>;
  /** What references may hold. */
  keys: Keys;
}

export const fieldKey = (department: string, type: string, field: string) => `${department}:${type}.${field}`;

type Definition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Gives each field that a `@requires` or a context calls with arguments a stand-in: a field of its own name without
 * arguments, which is named there instead.
 *
 * The planner holds `price(in: "CNY")` and `price(in: "USD")` for one field, whose value then is that of
 * either; it cannot confuse two fields of different names. See restoreStandIns for the way back.
 */
export function addStandIns(supergraph: DocumentNode): StandIns {
  const types = new Map<string, Definition>();
  for (const definition of supergraph.definitions) {
    if (isDefinition(definition)) types.set(definition.name.value, definition);
  }
  const taken = new Set(
    [...types.values()].flatMap(({ fields = [] }) => fields.map(({ name }) => name.value)),
  );
  const departments = departmentNames(supergraph);
  const keys = readKeys(supergraph);
  const calls = new Map<string, Call>();
  const names = new Map<string, string>();
  const requirements = new Map<string, Requirement>();
  /** By type, the stand-ins that it gets, with the fields that they stand for. */
  const added = new Map<string, Map<string, FieldDefinitionNode>>();

  function standInFor(parent: Definition, { name, arguments: given = [] }: FieldNode): string | null {
    const field = parent.fields?.find((one) => one.name.value === name.value);
    if (given.length === 0 || !field || hasContextArguments(field)) return null;
    const call = print({ kind: Kind.FIELD, name, arguments: given });
    let standIn = names.get(call);
    if (standIn === undefined) {
      standIn = freshName(name.value, taken);
      names.set(call, standIn);
      calls.set(standIn, { name, arguments: given });
    }
    addTo(parent, standIn, field);
    return standIn;
  }

  function addTo(type: Definition, standIn: string, field: FieldDefinitionNode): void {
    const own = added.get(type.name.value) ?? new Map<string, FieldDefinitionNode>();
    added.set(type.name.value, own.set(standIn, field));
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION) return;
    // What an interface has, each of its types has.
    for (const other of types.values()) {
      if (!other.interfaces?.some(({ name }) => name.value === type.name.value)) continue;
      const its = other.fields?.find((one) => one.name.value === field.name.value);
      if (its) addTo(other, standIn, its);
    }
  }

  /** The selections of a `@requires` with stand-ins; notes at each path the name that holds its value. */
  function replace(
    set: SelectionSetNode,
    parent: Definition | undefined,
    path: string,
    notes: Map<string, string>,
  ): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const type = condition === undefined ? parent : types.get(condition);
        return { ...selection, selectionSet: replace(selection.selectionSet, type, path, notes) };
      }
      const name = selection.name.value;
      const standIn = parent ? standInFor(parent, selection) : null;
      const at = `${path}.${name}`;
      notes.set(at, standIn ?? name);
      const field = parent?.fields?.find((one) => one.name.value === name);
      const below = field ? types.get(typeNameOf(field.type)) : undefined;
      return {
        ...selection,
        ...(standIn === null ? {} : { name: { kind: Kind.NAME, value: standIn } as const, arguments: [] }),
        ...(selection.selectionSet
          ? { selectionSet: replace(selection.selectionSet, below, at, notes) }
          : {}),
      };
    });
    return { ...set, selections };
  }

  function withStandIns(
    type: Definition,
    field: FieldDefinitionNode,
    directive: ConstDirectiveNode,
  ): ConstDirectiveNode {
    if (directive.name.value !== 'join__field') return directive;
    const settled = replaceContextSelections(directive, (context, set) => {
      // Each type that sets the context gets the stand-ins; they have one name everywhere.
      const changed = (setters.get(context) ?? []).map((setter) => replace(set, setter, '', new Map()));
      return changed.find((one) => print(one) !== print(set)) ?? set;
    });
    return withRequired(type, field, settled);
  }

  function withRequired(
    type: Definition,
    field: FieldDefinitionNode,
    directive: ConstDirectiveNode,
  ): ConstDirectiveNode {
    const requires = stringArgument(directive, 'requires');
    if (requires === undefined) return directive;
    const notes = new Map<string, string>();
    const set = replace(parseFieldSet(requires), type, '', notes);
    const department = departments.get(enumArgument(directive, 'graph') ?? '') ?? '';
    requirements.set(fieldKey(department, type.name.value, field.name.value), notes);
    const value = { kind: Kind.STRING, value: print(set).slice(1, -1) } as const;
    return {
      ...directive,
      arguments: directive.arguments!.map((one) => (one.name.value === 'requires' ? { ...one, value } : one)),
    };
  }

  const setters = contextSetters(supergraph, types);
  const replaced = new Map<string, FieldDefinitionNode[]>();
  for (const type of types.values()) {
    const fields = (type.fields ?? []).map((field) => ({
      ...field,
      directives: (field.directives ?? []).map((directive) => withStandIns(type, field, directive)),
    }));
    replaced.set(type.name.value, fields);
  }
  if (calls.size === 0) return { document: supergraph, calls, requirements, keys };

  const definitions = supergraph.definitions.map((definition) => {
    if (!isDefinition(definition)) return definition;
    const name = definition.name.value;
    const own = replaced.get(name)!;
    const standIns = [...(added.get(name) ?? [])].map(([standIn, stoodFor]) => ({
      // Its directives say which departments have it, and may themselves hold stand-ins by now.
      ...own.find((field) => field.name.value === stoodFor.name.value)!,
      name: { kind: Kind.NAME, value: standIn } as const,
      arguments: [],
    }));
    return { ...definition, fields: [...own, ...standIns] };
  });
  return { document: { ...supergraph, definitions }, calls, requirements, keys };
}

function isDefinition(node: ASTNode): node is Definition {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

/** Arguments that are set from a context are not the caller's: a stand-in would lose them. */
function hasContextArguments({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ arguments: given = [] }) =>
    given.some(({ name }) => name.value === 'contextArguments'),
  );
}

function freshName(name: string, taken: Set<string>): string {
  let number = 1;
  while (taken.has(`${name}__${number}`)) number += 1;
  taken.add(`${name}__${number}`);
  return `${name}__${number}`;
}
