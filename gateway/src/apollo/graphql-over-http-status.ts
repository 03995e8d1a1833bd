import type { ApolloServerPlugin } from '@apollo/server';
import type { ErrorCode } from '@yiwang/errors';
import { JSON_TYPE } from '../http/media-type.ts';
import { isAboutOperation, statusOf } from '../http/status.ts';

/** What the engine refuses, and faults of ours. */
const OWN_STATUS: ReadonlySet<unknown> = new Set<ErrorCode>([
  'INTERNAL_ERROR',
  'PLANNING_OVERLOADED',
  'NOT_ACCEPTABLE',
  'ACCESS_LOG_UNAVAILABLE',
]);

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
        if (OWN_STATUS.has(code)) http.status = statusOf(code as ErrorCode, JSON_TYPE);
      },
    };
  },
};
