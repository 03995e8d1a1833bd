import type { ApolloServerPlugin } from '@apollo/server';
import type { EngineContext } from '@yiwang/engine';
import type { Outcome } from '../../request/answer.ts';
import type { ResponseHeaders } from '../../request/response-headers.ts';

/** What an operation carries through Apollo Server. */
export interface OperationContext extends EngineContext {
  /** Called when the operation was executed; not when it was invalid or missing. */
  onOutcome?: (outcome: Outcome) => void;
  /** Headers of the answer: a refusal adds when to try again. */
  answerHeaders?: ResponseHeaders;
}

/** Reports how an operation ended, which the text of its answer does not tell. */
export const noteOutcome: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue }) {
        if (body.kind !== 'single' || body.singleResult.data === undefined) return;
        contextValue.onOutcome?.(body.singleResult.errors?.length ? 'WITH_ERRORS' : 'COMPLETE');
      },
    };
  },
};
