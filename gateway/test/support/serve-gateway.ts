import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSupergraph } from '@yiwang/composition';
import { readSettings } from '@yiwang/service/settings';
import { listen } from '@yiwang/service/http';
import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import type { FormattedExecutionResult } from 'graphql';
import { gatewaySettings } from '../../src/config/config.ts';
import { createGateway } from '../../src/create-gateway.ts';

export interface ServedGateway extends AsyncDisposable {
  /** Without a path. */
  url: string;
  graph: SmallGraph;
  /** The file that the gateway watches. */
  supergraphFile: string;
  /** POSTs a query as JSON and resolves to the answer's body. */
  ask(query: string, variables?: object): Promise<FormattedExecutionResult>;
  /** Lets the gateway find a supergraph with one more field, and waits until it answers from it. */
  replaceSupergraph(): Promise<void>;
}

/** A whole gateway on a free port, over two small departments that are served over HTTP as well. */
export async function serveGateway(settings: Record<string, string> = {}): Promise<ServedGateway> {
  const graph = await startSmallGraph();
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-gateway-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(supergraphFile, composeSupergraph(graph.departments).supergraphSdl);
  const config = readSettings(gatewaySettings, {
    SUPERGRAPH: supergraphFile,
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const gateway = await createGateway(config).catch(async (error: unknown) => {
    await graph.close();
    throw error;
  });
  const url = await listen(gateway.server, '127.0.0.1', 0);

  async function ask(query: string, variables?: object) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as FormattedExecutionResult;
  }

  return {
    url,
    graph,
    supergraphFile,
    ask,
    async replaceSupergraph() {
      const [first, ...others] = graph.departments;
      const changed = { ...first!, sdl: `${first!.sdl} extend type Query { added: Int }` };
      await writeFile(supergraphFile, composeSupergraph([changed, ...others]).supergraphSdl);
      while ((await ask('{ added }')).data === undefined) await new Promise((next) => setTimeout(next, 20));
    },
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await graph.close();
      await rm(folder, { recursive: true });
    },
  };
}
