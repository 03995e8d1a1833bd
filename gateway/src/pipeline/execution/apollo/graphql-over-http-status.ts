import type { ApolloServerPlugin } from '@apollo/server';
import { isErrorCode } from '@yiwang/errors';
import { GRAPHQL_TYPE, JSON_TYPE } from '../../content-negotiation/media-type.ts';
import { statusOf } from '../../content-negotiation/status.ts';
import type { OperationContext } from './note-outcome.ts';

/**
 * Sets the status of answers without data. Apollo Server answers 400 to a wrong operation in every media type, but the
 * specification wants 200 in application/json; and it answers 400 where the engine could not execute, although the client has
 * done nothing wrong.
 *
 * `execute` has set the accept header to the one media type of the answer.
 */
export const graphqlOverHttpStatus: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { http, body }, contextValue }) {
        if (body.kind !== 'single' || body.singleResult.data !== undefined) return;
        const { code, retryAfterSeconds } = body.singleResult.errors?.[0]?.extensions ?? {};
        const mediaType = request.http?.headers.get('accept') === JSON_TYPE ? JSON_TYPE : GRAPHQL_TYPE;
        if (isErrorCode(code)) http.status = statusOf(code, mediaType);
        if (typeof retryAfterSeconds === 'number' && contextValue.answerHeaders) {
          contextValue.answerHeaders['retry-after'] = String(retryAfterSeconds);
        }
      },
    };
  },
};
