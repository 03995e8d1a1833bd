import { type ConstDirectiveNode, type DocumentNode, visit } from 'graphql';
import { isNotFalse } from './read-directives.ts';

/**
 * Moves the keys of a supergraph's types that a department cannot be asked by (`resolvable: false`) behind the others.
 *
 * To come back to a department after a `@requires`, the planner takes the first key that is at hand,
 * resolvable or not, and the department answers null for a reference that it does not know.
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
