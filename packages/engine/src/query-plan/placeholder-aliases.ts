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
import {
  parseFieldSet,
  subgraphNames,
  enumArgument,
  stringArgument,
  typeNameOf,
} from '../core/read-directives.ts';
import { type Keys, readKeys } from './read-keys.ts';

/** A field with the arguments that a `@requires` or a context gives it. */
export type Call = Pick<FieldNode, 'name' | 'arguments'>;

/** What one field requires: the name under which the answer holds each value, by path of field names. */
export type Requirement = ReadonlyMap<string, string>;

export interface PlaceholderAliases {
  /** The supergraph with the placeholders, for the planner only. */
  document: DocumentNode;
  /** The call that each placeholder stands for. */
  calls: ReadonlyMap<string, Call>;
  /** What a subgraph's field requires, by {@link fieldKey}. Only fields that require something. */
  requirements: ReadonlyMap<string, Requirement>;
  /** The keys that references may hold. */
  keys: Keys;
}

export const fieldKey = (subgraph: string, type: string, field: string) => `${subgraph}:${type}.${field}`;

type Definition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Adds a placeholder for each field that a `@requires` or a context calls with arguments: a field without arguments
 * that is selected there instead.
 *
 * The planner treats `price(in: "CNY")` and `price(in: "USD")` as one field with one value; it cannot confuse two
 * fields with different names. See restorePlaceholders for the way back.
 */
export function addPlaceholders(supergraph: DocumentNode): PlaceholderAliases {
  const types = new Map<string, Definition>();
  for (const definition of supergraph.definitions) {
    if (isDefinition(definition)) types.set(definition.name.value, definition);
  }
  const subgraphs = subgraphNames(supergraph);
  const keys = readKeys(supergraph);
  const requirements = new Map<string, Requirement>();
  const placeholders = new Placeholders(types);
  const { calls, added } = placeholders;

  function withPlaceholders(
    type: Definition,
    field: FieldDefinitionNode,
    directive: ConstDirectiveNode,
  ): ConstDirectiveNode {
    if (directive.name.value !== 'join__field') return directive;
    const withContexts = replaceContextSelections(directive, (context, set) => {
      // Each type that sets the context gets the placeholders, which have the same names everywhere.
      const changed = (setters.get(context) ?? []).map((setter) =>
        placeholders.replace(set, setter, '', new Map()),
      );
      return changed.find((one) => print(one) !== print(set)) ?? set;
    });
    return withRequired(type, field, withContexts);
  }

  function withRequired(
    type: Definition,
    field: FieldDefinitionNode,
    directive: ConstDirectiveNode,
  ): ConstDirectiveNode {
    const requires = stringArgument(directive, 'requires');
    if (requires === undefined) return directive;
    const notes = new Map<string, string>();
    const set = placeholders.replace(parseFieldSet(requires), type, '', notes);
    const subgraph = subgraphs.get(enumArgument(directive, 'graph') ?? '') ?? '';
    requirements.set(fieldKey(subgraph, type.name.value, field.name.value), notes);
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
      directives: (field.directives ?? []).map((directive) => withPlaceholders(type, field, directive)),
    }));
    replaced.set(type.name.value, fields);
  }
  if (calls.size === 0) return { document: supergraph, calls, requirements, keys };

  const definitions = supergraph.definitions.map((definition) => {
    if (!isDefinition(definition)) return definition;
    const name = definition.name.value;
    const own = replaced.get(name)!;
    const addedFields = [...(added.get(name) ?? [])].map(([placeholder, stoodFor]) => ({
      // Its directives define which subgraphs have it, and may contain placeholders themselves by now.
      ...own.find((field) => field.name.value === stoodFor.name.value)!,
      name: { kind: Kind.NAME, value: placeholder } as const,
      arguments: [],
    }));
    return { ...definition, fields: [...own, ...addedFields] };
  });
  return { document: { ...supergraph, definitions }, calls, requirements, keys };
}

/** The placeholders of a supergraph, made while field sets are replaced. */
class Placeholders {
  readonly calls = new Map<string, Call>();
  /** The placeholders added to each type, with the fields that they stand for. */
  readonly added = new Map<string, Map<string, FieldDefinitionNode>>();
  readonly #types: ReadonlyMap<string, Definition>;
  /** Names by call. */
  readonly #names = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(types: ReadonlyMap<string, Definition>) {
    this.#types = types;
    this.#taken = new Set(
      [...types.values()].flatMap(({ fields = [] }) => fields.map(({ name }) => name.value)),
    );
  }

  #placeholderFor(parent: Definition, { name, arguments: given = [] }: FieldNode): string | null {
    const field = parent.fields?.find((one) => one.name.value === name.value);
    if (given.length === 0 || !field || hasContextArguments(field)) return null;
    const call = print({ kind: Kind.FIELD, name, arguments: given });
    let placeholder = this.#names.get(call);
    if (placeholder === undefined) {
      placeholder = freshName(name.value, this.#taken);
      this.#names.set(call, placeholder);
      this.calls.set(placeholder, { name, arguments: given });
    }
    this.#addTo(parent, placeholder, field);
    return placeholder;
  }

  #addTo(type: Definition, placeholder: string, field: FieldDefinitionNode): void {
    const own = this.added.get(type.name.value) ?? new Map<string, FieldDefinitionNode>();
    this.added.set(type.name.value, own.set(placeholder, field));
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION) return;
    // Each type of an interface has its fields too.
    for (const other of this.#types.values()) {
      if (!other.interfaces?.some(({ name }) => name.value === type.name.value)) continue;
      const its = other.fields?.find((one) => one.name.value === field.name.value);
      if (its) this.#addTo(other, placeholder, its);
    }
  }

  /**
   * Replaces calls in the selections of a `@requires` by placeholders, and records the name that holds the value at
   * each path.
   */
  replace(
    set: SelectionSetNode,
    parent: Definition | undefined,
    path: string,
    notes: Map<string, string>,
  ): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const type = condition === undefined ? parent : this.#types.get(condition);
        return { ...selection, selectionSet: this.replace(selection.selectionSet, type, path, notes) };
      }
      const name = selection.name.value;
      const placeholder = parent ? this.#placeholderFor(parent, selection) : null;
      const at = `${path}.${name}`;
      notes.set(at, placeholder ?? name);
      const field = parent?.fields?.find((one) => one.name.value === name);
      const below = field ? this.#types.get(typeNameOf(field.type)) : undefined;
      return {
        ...selection,
        ...(placeholder === null
          ? {}
          : { name: { kind: Kind.NAME, value: placeholder } as const, arguments: [] }),
        ...(selection.selectionSet
          ? { selectionSet: this.replace(selection.selectionSet, below, at, notes) }
          : {}),
      };
    });
    return { ...set, selections };
  }
}

function isDefinition(node: ASTNode): node is Definition {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

/** Arguments set from a context do not come from the call: a placeholder would lose them. */
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
