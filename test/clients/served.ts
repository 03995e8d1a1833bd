import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@yiwang/service/settings';
import { listen } from '@yiwang/service/http';
import { gatewaySettings } from '../../gateway/src/config/config.ts';
import { createGateway } from '../../gateway/src/create-gateway.ts';
import type { OpenGraph } from '../open-graph.ts';

/** The whole graph behind a gateway that everyone may ask everything, for clients that others wrote. */
export interface Served extends AsyncDisposable {
  graph: OpenGraph;
  /** Of GraphQL. */
  url: string;
  /** An enterprise with a permit. */
  uscc: string;
  /** Of a case whose applicant the departments know. */
  caseNumber: string;
  /** POSTs as a script does, and resolves to the answer's body. */
  ask(query: string, variables?: object): Promise<Answer>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
export type Answer = any;

/** @param graph is not closed with it */
export async function serve(graph: OpenGraph): Promise<Served> {
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-clients-'));
  stack.defer(() => rm(folder, { recursive: true }));
  const SUPERGRAPH = join(folder, 'supergraph.graphql');
  await writeFile(SUPERGRAPH, graph.supergraphSdl);
  const settings = { SUPERGRAPH, ACCESS: 'open', LOG_LEVEL: 'silent' };
  const gateway = stack.use(await createGateway(readSettings(gatewaySettings, settings)));
  const url = `${await listen(gateway.server, '127.0.0.1', 0)}/graphql`;
  const { sql } = graph.databases.get('permits')!;
  const [permit] = await sql<{ uscc: string }[]>`
    select holder_uscc as uscc from permits where holder_uscc is not null limit 1`;
  const [row] = await sql<{ number: string }[]>`select number from cases limit 1`;
  const opened = stack.move();
  return {
    graph,
    url,
    uscc: permit!.uscc,
    caseNumber: row!.number,
    async ask(query, variables) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

export const PAGE = `query Page($uscc: USCC!) {
  enterprise(uscc: $uscc) { name permits(first: 5) { edges { node { number name } } } }
}`;

export const DEFERRED_PAGE = `query Page($uscc: USCC!) {
  enterprise(uscc: $uscc) { name ... @defer(label: "later") { permits(first: 5) { edges { node { number name } } } } }
}`;

export const PROGRESS = `subscription Progress($number: ID!) { caseChanged(number: $number) { number state } }`;

/** What a client sent and got, one entry for each request. */
export interface Exchange {
  method: string;
  url: string;
  status: number;
  contentType: string;
}

/** A `fetch` that notes what passes through it. */
export function notingFetch(): { fetch: typeof fetch; exchanges: Exchange[] } {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    async fetch(input, init) {
      const response = await fetch(input, init);
      exchanges.push({
        method: init?.method ?? 'GET',
        url: String(input),
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
      });
      return response;
    },
  };
}
