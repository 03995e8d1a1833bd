import { ApolloServer } from '@apollo/server';
import { createApolloEngine } from '@yiwang/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { ENTERPRISE_LIST, ENTERPRISE_PAGE } from './queries.ts';

let graph: OpenGraph;
let server: ApolloServer;

beforeAll(async () => {
  graph = await openGraph(0.05);
  const engine = await createApolloEngine({
    supergraphSdl: graph.supergraphSdl,
    timeoutMs: 10_000,
    answerLimitBytes: 10_000_000,
    connections: 10,
    onSubgraphFault: (fault) => {
      throw fault;
    },
  });
  server = new ApolloServer({ gateway: engine });
  await server.start();
});
afterAll(async () => {
  await server.stop();
  await graph[Symbol.asyncDispose]();
});

async function ask(query: string, variables: Record<string, unknown>) {
  const { body } = await server.executeOperation({ query, variables });
  if (body.kind !== 'single') throw new Error('Expected a single result.');
  expect(body.singleResult.errors).toBeUndefined();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the answer has the form of the query
  return body.singleResult.data as any;
}

/** Statements that one operation costs each department. */
async function statementsOf(
  query: string,
  variables: Record<string, unknown>,
): Promise<Record<string, number>> {
  graph.takeStatements();
  await ask(query, variables);
  return graph.takeStatements();
}

test('a list with permits, tax and land costs each department as many statements for 100 enterprises as for 50', async () => {
  const fifty = await statementsOf(ENTERPRISE_LIST, { first: 50 });
  const hundred = await statementsOf(ENTERPRISE_LIST, { first: 100 });

  expect(hundred).toEqual(fifty);
  expect(fifty).toEqual({ enterprises: 5, exchange: 3, land: 5, permits: 5, tax: 6 });
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
