import { HeaderMap } from '@apollo/server';
import { expect, test } from 'vitest';
import { GRAPHQL_TYPE, JSON_TYPE } from '../src/pipeline/content-negotiation/media-type.ts';
import { graphqlOverHttpStatus } from '../src/pipeline/execution/apollo/graphql-over-http-status.ts';

test.each([
  ['OPERATION_TOO_COMPLEX', JSON_TYPE, 200],
  ['OPERATION_TOO_COMPLEX', GRAPHQL_TYPE, 400],
  ['PLANNING_OVERLOADED', JSON_TYPE, 503],
  ['NOT_ANSWERABLE', JSON_TYPE, 502],
  ['NOT_ANSWERABLE', GRAPHQL_TYPE, 502],
  ['CODE_OF_A_SUBGRAPH', JSON_TYPE, 418],
])('%s without data, as %s, has the status %d', async (code, accept, expected) => {
  const http = { status: 418, headers: new HeaderMap() };
  const listener = await graphqlOverHttpStatus.requestDidStart!({} as never);

  await listener!.willSendResponse!({
    request: { http: { headers: new HeaderMap([['accept', accept]]) } },
    response: {
      http,
      body: { kind: 'single', singleResult: { errors: [{ message: 'No.', extensions: { code } }] } },
    },
    contextValue: {},
  } as never);

  expect(http.status).toBe(expected);
});
