import { argumentsOf, type LinkedNames } from '@yiwang/schema-directives';
import type { ConstDirectiveNode } from 'graphql';

/** True when the node carries one of the tags. */
export function isTagged(
  names: LinkedNames,
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  tags: readonly string[],
): boolean {
  const tag = names.federation('tag');
  return (node.directives ?? []).some(
    (use) => use.name.value === tag && tags.includes(String(argumentsOf(use)['name'])),
  );
}
