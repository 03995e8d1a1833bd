import { type FieldDefinitionNode, Kind, type TypeDefinitionNode } from 'graphql';
import { namedTypeOf } from '../sdl/named-type.ts';
import type { Hidden, Types } from './elements.ts';

/** Hides types that a query could come upon before, and cannot any more. */
export function hideUnreachable(
  types: Types,
  roots: readonly string[],
  before: Hidden,
  hidden: Hidden,
): void {
  const reachable = reach(types, roots, hidden);
  for (const name of reach(types, roots, before)) if (!reachable.has(name)) hidden.add(types.get(name)!);
}

function reach(types: Types, roots: readonly string[], hidden: Hidden): Set<string> {
  const implementers = new Map<string, string[]>();
  for (const type of types.values()) {
    for (const { name } of ('interfaces' in type && type.interfaces) || [])
      implementers.set(name.value, [...(implementers.get(name.value) ?? []), type.name.value]);
  }
  const found = new Set<string>();
  const next = [...roots];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    const type = types.get(name);
    if (!type || hidden.has(type) || found.has(name)) continue;
    found.add(name);
    next.push(...neighbours(type, hidden), ...(implementers.get(name) ?? []));
  }
  return found;
}

function* neighbours(type: TypeDefinitionNode, hidden: Hidden): Iterable<string> {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) for (const { name } of type.types ?? []) yield name.value;
  if ('interfaces' in type) for (const { name } of type.interfaces ?? []) yield name.value;
  if (!('fields' in type)) return;
  for (const field of (type.fields ?? []) as readonly FieldDefinitionNode[]) {
    if (hidden.has(field)) continue;
    yield namedTypeOf(field.type);
    for (const argument of field.arguments ?? []) if (!hidden.has(argument)) yield namedTypeOf(argument.type);
  }
}
