import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { DEFERRED_PAGE, notingFetch, PAGE, PROGRESS, type Served } from './served.ts';

type Options = Partial<ConstructorParameters<typeof ApolloClient>[0]>;

/** Answers and types as an application would have them, without one. */
function createApollo(link: ApolloLink, options: Options = {}): ApolloClient {
  return new ApolloClient({ cache: new InMemoryCache(), link, ...options });
}

export function testApollo(served: () => Served): void {
  test.each([false, true])('Apollo Client asks, and by GET: %s', async (useGETForQueries) => {
    const { fetch, exchanges } = notingFetch();
    const client = createApollo(new HttpLink({ uri: served().url, fetch, useGETForQueries }));
    const { data } = await client.query({ query: gql(PAGE), variables: { uscc: served().uscc } });

    expect(data).toMatchObject({ enterprise: { name: expect.any(String), permits: expect.anything() } });
    expect(exchanges).toMatchObject([{ method: useGETForQueries ? 'GET' : 'POST', status: 200 }]);
    client.stop();
  });

  test.each([
    ['deferSpec=20220824', () => new Defer20220824Handler(), false],
    ['incrementalSpec=v0.2', () => new GraphQL17Alpha9Handler(), false],
    ['deferSpec=20220824', () => new Defer20220824Handler(), true],
    ['incrementalSpec=v0.2', () => new GraphQL17Alpha9Handler(), true],
  ] as const)('Apollo Client defers by %s', async (format, createHandler, useGETForQueries) => {
    const { uscc, url, ask } = served();
    const { fetch, exchanges } = notingFetch();
    const client = createApollo(new HttpLink({ uri: url, fetch, useGETForQueries }), {
      incrementalHandler: createHandler(),
    });
    const states: { dataState: string; data: unknown }[] = [];
    const { promise: complete, resolve, reject } = Promise.withResolvers<void>();
    const watched = client.watchQuery({ query: gql(DEFERRED_PAGE), variables: { uscc } }).subscribe({
      next({ data, dataState, error }) {
        states.push({ data, dataState });
        if (error) reject(error);
        if (dataState === 'complete') resolve();
      },
    });
    await complete;
    watched.unsubscribe();

    expect(exchanges).toMatchObject([{ status: 200, contentType: expect.stringContaining(format) }]);
    expect(states.map(({ dataState }) => dataState)).toContain('streaming');
    expect(withoutTypeNames(states.at(-1)!.data)).toEqual((await ask(PAGE, { uscc })).data);
    client.stop();
  });

  test('Apollo Client sends a hash, then hash and query, and from then on the hash by GET', async () => {
    const { fetch, exchanges } = notingFetch();
    const hash = new PersistedQueryLink({
      sha256: (query) => createHash('sha256').update(query).digest('hex'),
      useGETForHashedQueries: true,
    });
    const http = new HttpLink({ uri: served().url, fetch });
    const client = createApollo(ApolloLink.from([hash, http]));
    const query = gql(PAGE.replace('Page', 'ByHash'));
    const options = { query, variables: { uscc: served().uscc }, fetchPolicy: 'network-only' } as const;
    const { data: first } = await client.query(options);
    const { data: second } = await client.query(options);

    expect(first).toMatchObject({ enterprise: { name: expect.any(String) } });
    expect(second).toEqual(first);
    expect(exchanges.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
    expect(exchanges.slice(1).every(({ status }) => status === 200)).toBe(true);
    expect(exchanges[2]!.url).not.toContain('query=');
    client.stop();
  });

  test('Apollo Client subscribes by graphql-ws', async () => {
    const socket = createClient({
      url: served().url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const client = createApollo(new GraphQLWsLink(socket));
    const number = served().caseNumber;
    const { data } = await firstValueFrom(client.subscribe({ query: gql(PROGRESS), variables: { number } }));

    expect(data).toMatchObject({ caseChanged: { number } });
    client.stop();
    await socket.dispose();
  });
}

function withoutTypeNames(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (key === '__typename' ? undefined : value)),
  );
}
