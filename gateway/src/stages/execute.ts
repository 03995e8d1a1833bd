import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { ConditionalReads, Engine, TextAnswer } from '@yiwang/engine';
import { shorten } from '../apollo/format-error.ts';
import type { OperationContext } from '../apollo/note-outcome.ts';
import { answerInParts } from '../http/answer-in-parts.ts';
import type { Answer, Outcome, Readable } from '../pipeline.ts';

/**
 * Stage 4 of 4. The engine answers what it can from the text itself. Everything else goes to Apollo Server, which
 * parses, validates, lets the engine plan and execute, and tells the caller what is wrong.
 */
export function createExecute(engine: Engine, apollo: ApolloServer<OperationContext>) {
  return async function execute(request: Readable): Promise<Answer> {
    const answer = await (request.plain && engine.answer(request.plain));
    if (!answer) return executeByServer(apollo, request);
    const outcome = answer.errors.length === 0 ? 'COMPLETE' : 'WITH_ERRORS';
    if (answer.later) {
      return {
        ...answerInParts(print(answer), answer.later, request.onReads),
        outcome,
        reads: answer.reads,
      };
    }
    return {
      status: 200,
      headers: { 'content-type': request.mediaType },
      body: answer.body ?? print(answer),
      outcome,
      reads: answer.reads,
    };
  };
}

/** The body of an answer. */
export function print({ data, errors }: TextAnswer): string {
  return errors.length === 0
    ? `{"data":${data}}`
    : `{"errors":${JSON.stringify(errors.map(shorten))},"data":${data}}`;
}

async function executeByServer(
  apollo: ApolloServer<OperationContext>,
  { method, headers: given, search, body: content, mediaType, signal, caller }: Readable,
): Promise<Answer> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // The accept header is settled: Apollo Server is to find what the first stage found.
  headers.set('accept', mediaType);
  let outcome: Outcome | undefined;
  let reads: ConditionalReads | undefined;
  const onOutcome = (ended: Outcome) => {
    outcome = ended;
  };
  const onReads = (read: ConditionalReads) => {
    reads = read;
  };
  const {
    status,
    headers: answered,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search, body: content },
    context: async () => ({ signal, caller, onOutcome, onReads }),
  });
  if (body.kind !== 'complete') throw new Error('Answers in parts are not served.');
  return {
    status: status ?? 200,
    headers: Object.fromEntries(answered),
    body: body.string,
    outcome,
    reads,
  };
}
