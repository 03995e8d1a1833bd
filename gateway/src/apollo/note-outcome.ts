import type { ApolloServerPlugin } from '@apollo/server';
import type { EngineContext } from '@yiwang/engine';
import type { Outcome } from '../pipeline.ts';

/** What one operation takes along through Apollo Server. */
export interface OperationContext extends EngineContext {
  /** Called unless the operation was not executed: it was wrong, or there was none. */
  onOutcome?: (outcome: Outcome) => void;
}

/** Tells how an operation ended: the answer that comes out is text. */
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
