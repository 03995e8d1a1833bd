import { type DocumentNode, Kind, type ConstDirectiveNode, visit } from 'graphql';
import {
  parseFieldSet,
  subgraphNames,
  enumArgument,
  isNotFalse,
  stringArgument,
} from '../core/read-directives.ts';

/** The keys that each subgraph resolves, by {@link typeKey}: for each key the names of its top-level fields. */
export type Keys = ReadonlyMap<string, readonly (readonly string[])[]>;

export const typeKey = (subgraph: string, type: string) => `${subgraph}:${type}`;

export function readKeys(supergraph: DocumentNode): Keys {
  const subgraphs = subgraphNames(supergraph);
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
      const at = typeKey(subgraphs.get(enumArgument(directive, 'graph') ?? '') ?? '', definition.name.value);
      keys.set(at, [...(keys.get(at) ?? []), names]);
    }
  }
  return keys;
}

/**
 * Moves the keys that a subgraph cannot resolve (`resolvable: false`) behind the others.
 *
 * To return to a subgraph after a `@requires`, the planner takes the first key at hand, resolvable or not, and the
 * subgraph answers null for a reference that it cannot resolve.
 */
export function orderKeys(supergraph: DocumentNode): DocumentNode {
  const order = <Type extends { directives?: readonly ConstDirectiveNode[] }>(
    type: Type,
  ): Type | undefined => {
    const directives = type.directives ?? [];
    const last = directives.filter(isUnresolvableKey);
    if (last.length === 0) return undefined;
    return { ...type, directives: [...directives.filter((one) => !isUnresolvableKey(one)), ...last] };
  };
  return visit(supergraph, { ObjectTypeDefinition: order, InterfaceTypeDefinition: order });
}

function isUnresolvableKey(directive: ConstDirectiveNode): boolean {
  return directive.name.value === 'join__type' && !isNotFalse(directive, 'resolvable');
}
