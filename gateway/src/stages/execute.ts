import type { ApolloServer, HTTPGraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { EngineContext } from '@yiwang/engine';
import type { Readable } from '../pipeline.ts';

/** Stage 3 of 3. Apollo Server parses, validates, lets the engine plan and execute, and shapes the errors. */
export function createExecute(apollo: ApolloServer<EngineContext>) {
  return function execute({
    method,
    headers,
    search,
    body,
    mediaType,
    signal,
  }: Readable): Promise<HTTPGraphQLResponse> {
    return apollo.executeHTTPGraphQLRequest({
      // The accept header is settled: Apollo Server is to find what the first stage found.
      httpGraphQLRequest: {
        method,
        headers: new HeaderMap([...headers, ['accept', mediaType]]),
        search,
        body,
      },
      context: async () => ({ signal }),
    });
  };
}
