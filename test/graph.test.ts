import { createApolloEngine } from '@yiwang/engine';
import { afterAll, beforeAll } from 'vitest';
import { testApollo } from './clients/apollo.ts';
import { testRootErrors } from './clients/root-errors.ts';
import { type Served, serve } from './clients/served.ts';
import { testTools } from './clients/tools.ts';
import { testRelay, testUrql } from './clients/urql-relay.ts';
import { testAnnouncedTables } from './graph/announced-tables.ts';
import { testConstantStatements } from './graph/constant-statements.ts';
import { testEnginesAgree } from './graph/engines-agree.ts';
import { serveBy, type StockServer } from './graph/stock-server.ts';
import { testPlayground } from './graph/playground.ts';
import { testSubscriptions } from './graph/subscriptions.ts';
import { testTrust } from './graph/trust.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';

// One graph for all of them, one stock server and one gateway over it: starting them takes longer than what they do. They only
// read, but for subscriptions, which add steps to the timeline of one case, and the tests of trust at the end, which change
// what is kept back.
let graph: OpenGraph;
let stock: StockServer;
let served: Served;
beforeAll(async () => {
  graph = await openGraph(0.05);
  stock = await serveBy(createApolloEngine, graph.supergraphSdl);
  served = await serve(graph);
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await stock[Symbol.asyncDispose]();
  await graph[Symbol.asyncDispose]();
});

testConstantStatements(
  () => graph,
  () => stock,
);
testAnnouncedTables(
  () => graph,
  () => served,
);
testEnginesAgree(
  () => graph,
  () => stock,
);
testSubscriptions(() => served);
testPlayground(() => served);
testApollo(() => served);
testUrql(() => served);
testRelay(() => served);
testTools(() => served);
testRootErrors(() => served);
testTrust(() => graph);
