import { answer } from '../shared/output.ts';
import { style } from '../report/style.ts';

/** A page of a connection, as the lists here ask for it. */
export interface Page<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Null when there are too many to count. */
  totalCount: number | null;
}

/** Answers with a page, and says how to go on. */
export function answerPage<Node>(
  json: boolean,
  page: Page<Node>,
  describe: (nodes: readonly Node[]) => string,
): void {
  answer(json, page, () => {
    if (page.edges.length === 0) return 'There is none.';
    const printed = describe(page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return printed;
    const count = page.totalCount === null ? 'There are more than 10,000' : `${page.totalCount} in all`;
    return `${printed}\n${style.faint(`${count}; there are more: --after ${page.pageInfo.endCursor}`)}`;
  });
}
