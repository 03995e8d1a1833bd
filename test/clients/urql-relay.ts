import { Client, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { createClient } from 'graphql-sse';
import { meros } from 'meros/browser';
import {
  Environment,
  fetchQuery,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  Store,
} from 'relay-runtime';
import { expect, test } from 'vitest';
import pageQuery from './generated/pageQuery.graphql.ts';
import { type Answer, DEFERRED_PAGE, notingFetch, PAGE, PROGRESS, type Served } from './served.ts';

/** Asked for by urql where a GET could come from any web page; its POST needs no such header. */
const NO_SIMPLE_REQUEST = { 'apollo-require-preflight': 'true' };

export function testUrql(served: () => Served): void {
  test.each([false, true])('urql asks, and by GET: %s', async (preferGetMethod) => {
    const { fetch, exchanges } = notingFetch();
    const client = new Client({
      url: served().url,
      exchanges: [fetchExchange],
      fetch,
      preferGetMethod,
      fetchOptions: preferGetMethod ? { headers: NO_SIMPLE_REQUEST } : {},
    });
    const { data, error } = await client.query(gql(PAGE), { uscc: served().uscc }).toPromise();

    expect(error).toBeUndefined();
    expect(data).toMatchObject({ enterprise: { name: expect.any(String), permits: expect.anything() } });
    expect(exchanges).toMatchObject([{ method: preferGetMethod ? 'GET' : 'POST', status: 200 }]);
  });

  test('urql defers', async () => {
    const { uscc, url, ask } = served();
    const { fetch, exchanges } = notingFetch();
    const client = new Client({ url, exchanges: [fetchExchange], fetch, preferGetMethod: false });
    const results: Answer[] = [];
    await new Promise<void>((resolve) => {
      client.query(gql(DEFERRED_PAGE), { uscc }).subscribe((result) => {
        results.push(structuredClone({ data: result.data, hasNext: result.hasNext, error: result.error }));
        if (!result.hasNext) resolve();
      });
    });

    expect(exchanges).toMatchObject([
      { status: 200, contentType: expect.stringMatching(/^multipart\/mixed/) },
    ]);
    expect(results.length).toBeGreaterThan(1);
    expect(results.at(-1).data).toEqual((await ask(PAGE, { uscc })).data);
  });

  test('urql sends a hash first, and the query when it is not known', async () => {
    const { fetch, exchanges } = notingFetch();
    const persisted = persistedExchange({ preferGetForPersistedQueries: false });
    const client = new Client({
      url: served().url,
      exchanges: [persisted, fetchExchange],
      fetch,
      preferGetMethod: false,
    });
    const query = gql(PAGE.replace('Page', 'UrqlByHash'));
    const { data, error } = await client.query(query, { uscc: served().uscc }).toPromise();

    expect(error).toBeUndefined();
    expect(data).toMatchObject({ enterprise: { name: expect.any(String) } });
    expect(exchanges).toHaveLength(2);
  });

  test('urql subscribes by graphql-sse', async () => {
    const events = createClient({ url: served().url, retryAttempts: 0 });
    const client = new Client({
      url: served().url,
      preferGetMethod: false,
      exchanges: [
        subscriptionExchange({
          forwardSubscription: ({ query, variables }) => ({
            subscribe(sink) {
              const operation = { query: query!, variables: variables as Record<string, unknown> };
              return {
                unsubscribe: events.subscribe(operation, sink as Parameters<typeof events.subscribe>[1]),
              };
            },
          }),
        }),
      ],
    });
    const number = served().caseNumber;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const { unsubscribe } = client.subscription(gql(PROGRESS), { number }).subscribe(resolve);

    expect(await promise).toMatchObject({ data: { caseChanged: { number } } });
    unsubscribe();
    events.dispose();
  });
}

export function testRelay(served: () => Served): void {
  test('Relay’s runtime defers, with what its compiler has made of a page', async () => {
    const { uscc, url, ask } = served();
    const environment = createEnvironment(url);
    const states: Answer[] = [];
    await new Promise<void>((resolve, reject) => {
      fetchQuery(environment, pageQuery, { uscc }).subscribe({
        next: () => states.push(read(environment)),
        complete: () => resolve(),
        error: reject,
      });
    });
    const { data } = await ask(PAGE, { uscc });

    expect(states.length).toBeGreaterThan(0);
    expect(read(environment)).toEqual({
      name: data.enterprise.name,
      permits: data.enterprise.permits.edges.length,
    });
  });
}

/** As docs/clients.md has it. */
function createEnvironment(url: string): Environment {
  const network = Network.create((operation, variables) =>
    Observable.create<GraphQLResponse>((sink) => {
      void run().then(sink.complete, sink.error);

      async function run(): Promise<void> {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'multipart/mixed; deferSpec=20220824, application/json',
          },
          body: JSON.stringify({ query: operation.text, variables }),
        });
        const parts = await meros<Answer>(response);
        if (!(Symbol.asyncIterator in parts)) return sink.next((await parts.json()) as GraphQLResponse);
        for await (const { body } of parts) {
          const { incremental, hasNext, ...first } = body;
          for (const part of incremental ?? [first]) {
            sink.next({ ...part, extensions: { ...part.extensions, is_final: !hasNext } });
          }
        }
      }
    }),
  );
  return new Environment({ network, store: new Store(new RecordSource()) });
}

/** What the store holds of the page. */
function read(environment: Environment): { name: unknown; permits: number } {
  const records = Object.values(environment.getStore().getSource().toJSON()) as Record<string, unknown>[];
  return {
    name: records.find(({ __typename }) => __typename === 'Enterprise')?.['name'],
    permits: records.filter(({ __typename }) => __typename === 'Permit').length,
  };
}
