import {
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  visit,
} from 'graphql';
import { namedTypeOf } from '../sdl/named-type.ts';
import type { Element, Hidden, Types } from './elements.ts';
import type { HideReaders } from './hide-readers.ts';

/**
 * Hides what cannot stand without what is hidden, until nothing more does: fields of a hidden type, a field whose required
 * argument is hidden, what reads a hidden field, what an interface promises and an object no longer has, and types that are left empty.
 */
export function hideDependent(types: Types, hidden: Hidden, hideReaders: HideReaders): void {
  let before: number;
  do {
    before = hidden.size;
    hideReaders(hidden);
    for (const type of types.values()) if (!hidden.has(type)) hideWithin(type, types, hidden);
  } while (hidden.size > before);
}

function hideWithin(type: TypeDefinitionNode, types: Types, hidden: Hidden): void {
  const isGone = (name: string) => hidden.has(types.get(name)!);
  const parts: readonly Element[] = partsOf(type);
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      for (const field of type.fields ?? []) hideField(field, isGone, types, hidden);
      hidePromises(type, types, hidden);
      break;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      for (const field of type.fields ?? []) hideInput(field, isGone, types, hidden);
      if (type.fields?.some((field) => isRequired(field) && hidden.has(field))) hidden.add(type);
      break;
    case Kind.UNION_TYPE_DEFINITION:
      if (type.types?.every(({ name }) => isGone(name.value))) hidden.add(type);
      break;
  }
  if (parts.length > 0 && parts.every((part) => hidden.has(part))) hidden.add(type);
}

function hideField(
  field: FieldDefinitionNode,
  isGone: (type: string) => boolean,
  types: Types,
  hidden: Hidden,
): void {
  for (const argument of field.arguments ?? []) hideInput(argument, isGone, types, hidden);
  const lacksArgument = field.arguments?.some((argument) => isRequired(argument) && hidden.has(argument));
  if (isGone(namedTypeOf(field.type)) || lacksArgument) hidden.add(field);
}

function hideInput(
  input: InputValueDefinitionNode,
  isGone: (type: string) => boolean,
  types: Types,
  hidden: Hidden,
): void {
  if (isGone(namedTypeOf(input.type)) || defaultsToHidden(input, types, hidden)) hidden.add(input);
}

/** A visible interface may not promise what a visible object hides. */
function hidePromises(
  type: Extract<TypeDefinitionNode, { interfaces?: unknown; fields?: readonly FieldDefinitionNode[] }>,
  types: Types,
  hidden: Hidden,
): void {
  for (const { name } of type.interfaces ?? []) {
    const parent = types.get(name.value);
    if (parent?.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const promised of parent.fields ?? []) {
      const own = type.fields?.find((field) => field.name.value === promised.name.value);
      if (!own) continue;
      if (hidden.has(own)) hidden.add(promised);
      for (const argument of own.arguments ?? []) {
        const inParent = promised.arguments?.find((one) => one.name.value === argument.name.value);
        if (hidden.has(argument) && inParent) hidden.add(inParent);
        // What the interface does not take, an object may not require.
        if (inParent && hidden.has(inParent)) hidden.add(argument);
      }
    }
  }
}

function defaultsToHidden(input: InputValueDefinitionNode, types: Types, hidden: Hidden): boolean {
  if (!input.defaultValue) return false;
  const type = types.get(namedTypeOf(input.type));
  let found = false;
  visit(input.defaultValue, {
    EnumValue({ value }) {
      found ||=
        type?.kind === Kind.ENUM_TYPE_DEFINITION &&
        (type.values ?? []).some((one) => one.name.value === value && hidden.has(one));
    },
    ObjectField({ name }) {
      found ||=
        type?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION &&
        (type.fields ?? []).some((one) => one.name.value === name.value && hidden.has(one));
    },
  });
  return found;
}

function isRequired({ type, defaultValue }: InputValueDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}

function partsOf(type: TypeDefinitionNode): readonly Element[] {
  if ('values' in type) return type.values ?? [];
  return 'fields' in type ? ((type.fields ?? []) as readonly Element[]) : [];
}
