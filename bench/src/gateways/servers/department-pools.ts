import { readFileSync } from 'node:fs';
import { type Dispatcher, Pool } from 'undici';
import type { Subgraph } from '../../synthetic/compose.ts';

const HEADERS = ['content-type', 'application/json', 'accept', 'application/json'];

/** One pool of connections for each department of the file, in its order. */
export function openPools(file: string): Pool[] {
  const subgraphs: Subgraph[] = JSON.parse(readFileSync(file, 'utf8'));
  return subgraphs.map(({ url }) => new Pool(new URL(url).origin, { connections: 64, pipelining: 1 }));
}

/** The bytes of the answer. */
export function post(pool: Pool, body: string | Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart() {},
      onResponseStart() {},
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)),
      onResponseError: (_controller, error) => reject(error),
    };
    pool.dispatch({ path: '/', method: 'POST', headers: HEADERS, body }, handler);
  });
}
