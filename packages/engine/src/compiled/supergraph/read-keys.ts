import { type DocumentNode, Kind } from 'graphql';
import { parseFieldSet } from './field-set.ts';
import { departmentNames, enumArgument, isNotFalse, stringArgument } from './read-directives.ts';

/** By {@link typeKey}, for each key that the department resolves the names of its fields, without those inside them. */
export type Keys = ReadonlyMap<string, readonly (readonly string[])[]>;

export const typeKey = (department: string, type: string) => `${department}:${type}`;

export function readKeys(supergraph: DocumentNode): Keys {
  const departments = departmentNames(supergraph);
  const keys = new Map<string, string[][]>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    for (const directive of definition.directives ?? []) {
      const key = directive.name.value === 'join__type' ? stringArgument(directive, 'key') : undefined;
      if (key === undefined || !isNotFalse(directive, 'resolvable')) continue;
      const names = parseFieldSet(key).selections.flatMap((selection) =>
        selection.kind === Kind.FIELD ? [selection.name.value] : [],
      );
      const at = typeKey(
        departments.get(enumArgument(directive, 'graph') ?? '') ?? '',
        definition.name.value,
      );
      keys.set(at, [...(keys.get(at) ?? []), names]);
    }
  }
  return keys;
}
