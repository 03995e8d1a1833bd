import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { Engine, EngineContext, TextAnswer } from '@yiwang/engine';
import { shorten } from '../apollo/format-error.ts';
import { answerInParts } from '../http/answer-in-parts.ts';
import type { Answer, Readable } from '../pipeline.ts';

/**
 * Stage 3 of 3. The engine answers what it can from the text itself. Everything else goes to Apollo Server, which
 * parses, validates, lets the engine plan and execute, and tells the caller what is wrong.
 */
export function createExecute(engine: Engine, apollo: ApolloServer<EngineContext>) {
  return async function execute(request: Readable): Promise<Answer> {
    const answer = await (request.plain && engine.answer(request.plain));
    if (!answer) return executeByServer(apollo, request);
    if (answer.later) return answerInParts(print(answer), answer.later);
    return {
      status: 200,
      headers: { 'content-type': request.mediaType },
      body: answer.body ?? print(answer),
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
  apollo: ApolloServer<EngineContext>,
  { method, headers: given, search, body: content, mediaType, signal }: Readable,
): Promise<Answer> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // The accept header is settled: Apollo Server is to find what the first stage found.
  headers.set('accept', mediaType);
  const {
    status,
    headers: answered,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search, body: content },
    context: async () => ({ signal }),
  });
  if (body.kind !== 'complete') throw new Error('Answers in parts are not served.');
  return { status: status ?? 200, headers: Object.fromEntries(answered), body: body.string };
}
