import type { ConstDirectiveNode } from 'graphql';

/** True when the node uses the directive of that name. */
export function hasDirective(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): boolean {
  return node.directives?.some((directive) => directive.name.value === name) ?? false;
}
