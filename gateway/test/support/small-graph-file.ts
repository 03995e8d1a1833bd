import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSupergraph } from '@yiwang/composition';
import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';

export interface SmallGraphFile extends AsyncDisposable {
  graph: SmallGraph;
  /** Of this test only; removed with all that is in it. */
  folder: string;
  /** Has the supergraph. */
  file: string;
}

/** The small graph, with its supergraph in a file for gateways in a process of their own. */
export async function startSmallGraphFile(): Promise<SmallGraphFile> {
  const graph = await startSmallGraph();
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-gateway-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, composeSupergraph(graph.departments).supergraphSdl);
  return {
    graph,
    folder,
    file,
    async [Symbol.asyncDispose]() {
      await graph.close();
      await rm(folder, { recursive: true });
    },
  };
}
