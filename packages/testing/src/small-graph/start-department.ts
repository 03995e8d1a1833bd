import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import { serveSubscriptions } from './serve-subscriptions.ts';

export interface SmallDepartment {
  name: string;
  /** Where it serves GraphQL. */
  url: string;
  sdl: string;
  /** What it was asked, in order. */
  requests: { query: string; variables?: Record<string, unknown> }[];
  /** What vouched for the callers of its requests and connections, in order; undefined where nothing did. */
  assertions: (string | undefined)[];
  /** From now on each request goes to this listener instead of GraphQL; null goes back. */
  misbehave(listener: RequestListener | null): void;
  close(): Promise<void>;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible", "@override", "@context", "@fromContext"])';

/** A department of a few lines, with a `@link` to the federation unless it has its own, over real HTTP, on a free port. Subscriptions come by server-sent events and WebSocket. */
export async function startDepartment(
  name: string,
  types: string,
  resolvers: object,
): Promise<SmallDepartment> {
  const sdl = types.includes('@link(') ? types : `${LINK}\n${types}`;
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
  const requests: SmallDepartment['requests'] = [];
  const assertions: SmallDepartment['assertions'] = [];
  const answer = createHandler({
    schema,
    onSubscribe: (_request, params) => {
      requests.push({ query: params.query, ...(params.variables ? { variables: params.variables } : {}) });
    },
  });
  let instead: RequestListener | null = null;
  const server = createServer((request, response) => {
    assertions.push(request.headers['yiwang-assertion'] as string | undefined);
    const streams = request.headers.accept === 'text/event-stream';
    (instead ?? (streams ? subscriptions.listener : answer))(request, response);
  });
  const subscriptions = serveSubscriptions(server, schema, (assertion) => assertions.push(assertion));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    sdl,
    requests,
    assertions,
    misbehave: (listener) => {
      instead = listener;
    },
    close: () => {
      server.closeAllConnections();
      subscriptions.close();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
