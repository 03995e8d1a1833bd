import { ApolloServer } from '@apollo/server';
import { createApolloEngine, createCompiledEngine } from '@yiwang/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { ENTERPRISE_LIST, ENTERPRISE_PAGE } from './queries.ts';

let graph: OpenGraph;
let stock: ApolloServer;
let compiled: ApolloServer;

beforeAll(async () => {
  graph = await openGraph(0.05);
  stock = await serve(createApolloEngine);
  compiled = await serve(createCompiledEngine);
});
afterAll(async () => {
  await stock.stop();
  await compiled.stop();
  await graph[Symbol.asyncDispose]();
});

async function serve(create: typeof createApolloEngine): Promise<ApolloServer> {
  const engine = await create({
    supergraphSdl: graph.supergraphSdl,
    timeoutMs: 10_000,
    answerLimitBytes: 10_000_000,
    connections: 10,
    onSubgraphFault: (fault) => {
      throw fault;
    },
  });
  const server = new ApolloServer({ gateway: engine });
  await server.start();
  return server;
}

async function answerOf(
  server: ApolloServer,
  query: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const { body } = await server.executeOperation({ query, variables });
  if (body.kind !== 'single') throw new Error('Expected a single result.');
  return JSON.stringify(body.singleResult);
}

test.each([
  ['a list of 50 enterprises with all departments', ENTERPRISE_LIST, { first: 50 }],
  ['the page of an enterprise that no register holds', ENTERPRISE_PAGE, { uscc: '91350100M000100Y43' }],
  [
    'the tree of regions',
    '{ region(code: "32") { name children(first: 50) { edges { node { name fullName enterpriseCount permitCount taxpayerCount parcelAreaM2 } } } } }',
    {},
  ],
  [
    'parcels with their holders',
    '{ parcels(first: 50) { edges { node { code holder { name status } region { fullName } landUse { name } } } } }',
    {},
  ],
  [
    'service items',
    '{ serviceItems(first: 50) { totalCount edges { node { code name region { name } guide { promisedDays } } } } }',
    {},
  ],
])(
  'the compiled engine answers %s as the stock gateway does, byte for byte',
  async (_what, query, variables) => {
    expect(await answerOf(compiled, query, variables)).toBe(await answerOf(stock, query, variables));
  },
);
