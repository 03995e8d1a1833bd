import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  CHANGES_PATH,
  ENFORCED_RULES,
  ENFORCES_HEADER,
  type PublicKey,
  verifyAssertion,
} from '@yiwang/identity';
import { GraphQLError, parse } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import { type Changes, serveChanges } from './serve-changes.ts';
import { serveSubscriptions } from './serve-subscriptions.ts';

/** Answers a request over plain HTTP, at once or later. What it returns does not matter. */
type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface SmallDepartment {
  name: string;
  /** Where it serves GraphQL. */
  url: string;
  sdl: string;
  /** What it was asked, in order. */
  requests: { query: string; variables?: Record<string, unknown> }[];
  /** What vouched for the callers of its requests and connections, in order; undefined where nothing did. */
  assertions: (string | undefined)[];
  changes: Pick<Changes, 'announce' | 'cut' | 'resume'>;
  /** From now on each request goes to this listener instead of GraphQL; null goes back. */
  misbehave(listener: Listener | null): void;
  close(): Promise<void>;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@inaccessible", "@override", "@context", "@fromContext"])';

/** A department of a few lines, with a `@link` to the federation unless it has its own, over real HTTP, on a free port. Subscriptions come by server-sent events and WebSocket. With `announces` it has a stream of changes. With the key of a gateway it answers that gateway alone, and tells others its SDL. */
export async function startDepartment(
  name: string,
  types: string,
  resolvers: object,
  { gatewayKey, announces = false }: { gatewayKey?: PublicKey; announces?: boolean } = {},
): Promise<SmallDepartment> {
  const sdl = types.includes('@link(') ? types : `${LINK}\n${types}`;
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
  const requests: SmallDepartment['requests'] = [];
  const assertions: SmallDepartment['assertions'] = [];
  const isGateway = async (assertion: string | undefined) => {
    if (!gatewayKey) return true;
    const find = (kid: string) => (kid === gatewayKey.kid ? gatewayKey : null);
    return verifyAssertion(assertion ?? '', name, find).then(
      () => true,
      () => false,
    );
  };
  const answer = createHandler({
    schema,
    // So that resolvers can answer one caller other than the next.
    context: ({ raw }) => ({ assertion: raw.headers['yiwang-assertion'] }),
    onSubscribe: async ({ raw }, params) => {
      const isSdl = params.query.replaceAll(/\s/g, '') === '{_service{sdl}}';
      const assertion = raw.headers['yiwang-assertion'] as string | undefined;
      if (!isSdl && !(await isGateway(assertion))) {
        return [new GraphQLError('No gateway.', { extensions: { code: 'UNAUTHENTICATED' } })];
      }
      requests.push({ query: params.query, ...(params.variables ? { variables: params.variables } : {}) });
      return undefined;
    },
  });
  let instead: Listener | null = null;
  const changes = serveChanges();
  const server = createServer((request, response) => {
    if (request.url === CHANGES_PATH) {
      if (announces) changes.listener(request, response);
      else response.writeHead(404).end();
      return;
    }
    assertions.push(request.headers['yiwang-assertion'] as string | undefined);
    if (gatewayKey) response.setHeader(ENFORCES_HEADER, ENFORCED_RULES.join(', '));
    const streams = request.headers.accept === 'text/event-stream';
    void (instead ?? (streams ? subscriptions.listener : answer))(request, response);
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
    changes,
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
