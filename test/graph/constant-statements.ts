import { expect, test } from 'vitest';
import type { OpenGraph } from '../open-graph.ts';
import { ENTERPRISE_LIST, ENTERPRISE_PAGE } from '../queries.ts';
import type { StockServer } from './stock-server.ts';

/** @param stock nobody else may ask the departments at the same time */
export function testConstantStatements(graph: () => OpenGraph, stock: () => StockServer): void {
  async function ask(query: string, variables: Record<string, unknown>) {
    const { data, errors } = await stock().ask(query, variables);
    expect(errors).toBeUndefined();
    return data;
  }

  /** Statements that one operation costs each department. */
  async function statementsOf(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Record<string, number>> {
    graph().takeStatements();
    await ask(query, variables);
    return graph().takeStatements();
  }

  test('a list with permits, tax and land costs each department as many statements for 100 enterprises as for 50', async () => {
    const fifty = await statementsOf(ENTERPRISE_LIST, { first: 50 });
    const hundred = await statementsOf(ENTERPRISE_LIST, { first: 100 });

    for (const { permits, ...others } of [fifty, hundred]) {
      expect(others).toEqual({ enterprises: 5, exchange: 3, land: 5, services: 0, tax: 6 });
      // The events of cases that were filed here are read where there is one; the others have theirs in their rows.
      expect([5, 6]).toContain(permits);
    }
  });

  test('the page of any enterprise costs no department more statements than the list', async () => {
    const list = await statementsOf(ENTERPRISE_LIST, { first: 50 });
    const { enterprises } = await ask(ENTERPRISE_LIST, { first: 5 });
    for (const { node } of enterprises.edges) {
      const page = await statementsOf(ENTERPRISE_PAGE, { uscc: node.uscc });
      for (const [department, statements] of Object.entries(page))
        expect(statements).toBeLessThanOrEqual(list[department]!);
    }
  });
}
