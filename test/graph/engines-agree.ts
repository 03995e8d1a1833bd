import { createCompiledEngine } from '@yiwang/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenGraph } from '../open-graph.ts';
import { ENTERPRISE_LIST, ENTERPRISE_PAGE } from '../queries.ts';
import { serveBy, type StockServer } from './stock-server.ts';

export function testEnginesAgree(graph: () => OpenGraph, stock: () => StockServer): void {
  let compiled: StockServer;
  beforeAll(async () => {
    compiled = await serveBy(createCompiledEngine, graph().supergraphSdl);
  });
  afterAll(() => compiled[Symbol.asyncDispose]());

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
      expect(await answerOf(compiled)).toBe(await answerOf(stock()));

      async function answerOf(server: StockServer): Promise<string> {
        return JSON.stringify(await server.ask(query, variables));
      }
    },
  );
}
