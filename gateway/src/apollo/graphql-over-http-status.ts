import type { ApolloServerPlugin } from '@apollo/server';
import { JSON_TYPE } from '../http/media-type.ts';
import { isAboutOperation, statusOf } from '../http/status.ts';

/**
 * Corrects two statuses of Apollo Server. A wrong operation is 400 in every media type there, but
 * the specification wants 200 in application/json. And a fault of ours that leaves no data is 400
 * there, but the caller has done nothing wrong.
 *
 * The stages have set the accept header to the one type that is answered.
 */
export const graphqlOverHttpStatus: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { http, body } }) {
        if (body.kind !== 'single' || body.singleResult.data !== undefined) return;
        const code = body.singleResult.errors?.[0]?.extensions?.['code'];
        const inJson = request.http?.headers.get('accept') === JSON_TYPE;
        if (isAboutOperation(code) && inJson) http.status = statusOf(code, JSON_TYPE);
        if (code === 'INTERNAL_ERROR' || code === 'PLANNING_OVERLOADED')
          http.status = statusOf(code, JSON_TYPE);
      },
    };
  },
};
