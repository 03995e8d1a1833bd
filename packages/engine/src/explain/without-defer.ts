import { type DocumentNode, parse, print, visit } from 'graphql';
import { withDefer } from '../core/defer-directive.ts';

/**
 * Returns the document without `@defer`, for an answer in one piece; unchanged when it has none, or is no GraphQL.
 */
export function withoutDefer(query: string): string {
  if (!query.includes('@defer')) return query;
  let document: DocumentNode;
  try {
    document = parse(query, { noLocation: true });
  } catch {
    return query;
  }
  const remove = (node: Parameters<typeof withDefer>[0]) => ({ ...node, directives: withDefer(node, null) });
  return print(visit(document, { InlineFragment: { leave: remove }, FragmentSpread: { leave: remove } }));
}
