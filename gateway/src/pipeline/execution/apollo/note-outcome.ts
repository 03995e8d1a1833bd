import type { ApolloServerPlugin } from '@apollo/server';
import type { EngineContext } from '@yiwang/engine';
import type { GraphQLFormattedError } from 'graphql';
import type { Outcome } from '../../request/answer.ts';
import type { ResponseHeaders } from '../../request/response-headers.ts';

/** What an operation carries through Apollo Server. */
export interface OperationContext extends EngineContext {
  /**
   * Called with how the operation ended, and the errors of the answer.
   *
   * @param outcome undefined when it was not executed, because it was invalid or missing
   */
  onOutcome?: (outcome: Outcome | undefined, errors: readonly GraphQLFormattedError[] | undefined) => void;
  /** Headers of the answer: a refusal adds when to try again. */
  answerHeaders?: ResponseHeaders;
}

/** Reports how an operation ended, which the text of its answer does not tell. */
export const noteOutcome: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue }) {
        if (body.kind !== 'single') return;
        const { data, errors } = body.singleResult;
        const outcome = data === undefined ? undefined : errors?.length ? 'WITH_ERRORS' : 'COMPLETE';
        contextValue.onOutcome?.(outcome, errors);
      },
    };
  },
};
