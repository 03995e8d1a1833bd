import type { ASTNode, Location } from 'graphql';

/** Where to look for a node. A node with a description begins with it, lines before: there it is the name. */
export function placeOf(node: ASTNode): Location | undefined {
  const isDescribed = 'description' in node && node.description && 'name' in node;
  return (isDescribed ? node.name?.loc : undefined) ?? node.loc;
}
