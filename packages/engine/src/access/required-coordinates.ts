import {
  type ConstDirectiveNode,
  type ConstObjectValueNode,
  type DocumentNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { contextSetters } from '../compiled/supergraph/context-selections.ts';
import { parseFieldSet } from '../compiled/supergraph/field-set.ts';
import { stringArgument, typeNameOf } from '../compiled/supergraph/read-directives.ts';
import { isJoinField, type TypeDefinition } from './supergraph-types.ts';

/** By coordinate, the coordinates of what a `@requires` or a context of the field asks for. */
export function requiredCoordinates(
  supergraph: DocumentNode,
  types: ReadonlyMap<string, TypeDefinition>,
  possibleTypes: ReadonlyMap<string, readonly string[]>,
): Map<string, string[]> {
  const setters = contextSetters(supergraph, types);
  const needs = new Map<string, string[]>();
  for (const type of types.values()) {
    for (const field of type.fields ?? []) {
      const found = new Set<string>();
      for (const directive of (field.directives ?? []).filter(isJoinField)) {
        const requires = stringArgument(directive, 'requires');
        if (requires !== undefined) collect(parseFieldSet(requires), type.name.value, found);
        for (const { context, selection } of contextArguments(directive)) {
          for (const setter of setters.get(context) ?? []) {
            collect(parseFieldSet(selection), setter.name.value, found);
          }
        }
      }
      if (found.size > 0) needs.set(`${type.name.value}.${field.name.value}`, [...found]);
    }
  }
  return needs;

  function collect({ selections }: SelectionSetNode, parent: string, found: Set<string>): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet, selection.typeCondition?.name.value ?? parent, found);
      }
      if (selection.kind !== Kind.FIELD) continue;
      for (const type of withImplementations(parent)) {
        const field = type.fields?.find(({ name }) => name.value === selection.name.value);
        if (!field) continue;
        found.add(`${type.name.value}.${selection.name.value}`);
        if (selection.selectionSet) collect(selection.selectionSet, typeNameOf(field.type), found);
      }
    }
  }

  /** The type itself, and what an object of it may be. */
  function withImplementations(name: string): TypeDefinition[] {
    return [name, ...(possibleTypes.get(name) ?? [])].flatMap((one) => types.get(one) ?? []);
  }
}

function contextArguments(directive: ConstDirectiveNode): { context: string; selection: string }[] {
  const given = directive.arguments?.find(({ name }) => name.value === 'contextArguments')?.value;
  if (given?.kind !== Kind.LIST) return [];
  return given.values.flatMap((value) =>
    value.kind === Kind.OBJECT
      ? [{ context: textOf(value, 'context'), selection: textOf(value, 'selection') }]
      : [],
  );
}

function textOf({ fields }: ConstObjectValueNode, name: string): string {
  const value = fields.find((one) => one.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
