import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Answer, Answers } from '../../pipeline/request/answer.ts';

const DONE = { done: true, value: undefined } as const;

/** The pipeline refused the operation before it ran: there is no result, only these errors. */
export class RefusedOperation extends Error {
  override readonly name = 'RefusedOperation';
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('The operation was refused.');
    this.errors = errors;
  }
}

/**
 * Returns the results of one operation: one for a query or mutation, any number for a subscription. It runs from the first `next` on;
 * `return` stops it at once.
 *
 * @throws RefusedOperation, and what `start` throws
 */
export function operationResults(
  start: (client: AbortController) => Promise<Answer | Answers>,
): AsyncGenerator<ExecutionResult, undefined> {
  const client = new AbortController();
  let started: Answer | Answers | undefined;

  async function leave() {
    client.abort();
    return DONE;
  }

  return {
    async next() {
      if (client.signal.aborted || (started && 'body' in started)) return DONE;
      started ??= await start(client);
      if ('body' in started) return { done: false, value: readResult(started) };
      const step = await started.next();
      return step.done ? DONE : { done: false, value: JSON.parse(step.value) as ExecutionResult };
    },
    return: leave,
    throw: leave,
    [Symbol.asyncDispose]: async () => client.abort(),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function readResult({ body }: Answer): ExecutionResult {
  const result = JSON.parse(body.toString()) as ExecutionResult;
  if (!('data' in result)) throw new RefusedOperation(result.errors as readonly GraphQLFormattedError[]);
  return result;
}
