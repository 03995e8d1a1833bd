import { type ArgumentReads, readSelection } from '@yiwang/schema-directives';
import {
  type ConstDirectiveNode,
  type ConstObjectValueNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { contextSetters } from '../query-plan/context-selections.ts';
import { parseFieldSet, stringArgument, typeNameOf } from '../core/read-directives.ts';
import { isJoinField, type TypeDefinition } from './supergraph-types.ts';

export interface RequiredCoordinates {
  /** The coordinates that a `@requires` or a context of a field selects, by the field's coordinate. */
  needs: Map<string, string[]>;
  /** Those that are read only by arguments of what is selected. */
  byArguments: ReadonlySet<string>;
}

export function requiredCoordinates(
  supergraph: DocumentNode,
  types: ReadonlyMap<string, TypeDefinition>,
  possibleTypes: ReadonlyMap<string, readonly string[]>,
  reading: ArgumentReads,
): RequiredCoordinates {
  const setters = contextSetters(supergraph, types);
  const needs = new Map<string, string[]>();
  const byArguments = new Set<string>();
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
  return { needs, byArguments };

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
        collectArguments(`${type.name.value}.${selection.name.value}`, selection, found);
        if (selection.selectionSet) collect(selection.selectionSet, typeNameOf(field.type), found);
      }
    }
  }

  function collectArguments(coordinate: string, selection: FieldNode, into: Set<string>): void {
    const reads = reading.get(coordinate);
    if (!reads) return;
    const found = (read: string) => {
      into.add(read);
      byArguments.add(read);
    };
    readSelection(reads, coordinate, selection, { found, variable: () => {} });
  }

  /** Returns the type itself and the types that an object of it may have. */
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
