import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { ConditionalReads, Engine, ExplainedAnswer, TextAnswer } from '@yiwang/engine';
import { shorten } from './apollo/format-error.ts';
import type { OperationContext } from './apollo/note-outcome.ts';
import { answerInParts } from './answer-in-parts.ts';
import { withinAnswerLimit } from './answer-size.ts';
import { encodeParams } from '../graphql-params/graphql-params.ts';
import type { Answer, Outcome } from '../request/answer.ts';
import type { ParsedRequest } from '../request/request.ts';
import { asksForQueryPlan } from '../query-plan/query-plan.ts';
import { textRequestOf } from './text-request.ts';

/**
 * Makes the function that executes operations. The engine answers from the text where it can. Everything else goes to Apollo Server,
 * which parses, validates, lets the engine plan and execute, and explains to the client what is wrong.
 *
 * @param answerLimitBytes the limit of one answer, and of each deferred part
 */
export function createExecute(
  engine: Engine,
  apollo: ApolloServer<OperationContext>,
  answerLimitBytes: number,
) {
  return async function execute(request: ParsedRequest): Promise<Answer> {
    const textRequest = textRequestOf(request);
    const explained =
      textRequest && asksForQueryPlan(request.headers) ? await engine.explain(textRequest) : null;
    if (explained) return printExplained(explained, request, answerLimitBytes);
    const answer = await (textRequest && engine.answer(textRequest));
    if (!answer) {
      const explained = await executeByServer(apollo, request);
      withinAnswerLimit(explained.body, answerLimitBytes);
      return explained;
    }
    const outcome = outcomeOf(answer);
    const { pending, later } = answer;
    if (later) {
      return {
        ...answerInParts(
          withinAnswerLimit(print(answer), answerLimitBytes),
          { pending, later },
          // Only a request that names a format gets an answer in parts.
          request.parts!,
          request.onReads,
          answerLimitBytes,
        ),
        outcome,
        errors: answer.errors,
        reads: answer.reads,
      };
    }
    return {
      status: 200,
      headers: { 'content-type': request.mediaType },
      body: withinAnswerLimit(answer.body ?? print(answer), answerLimitBytes),
      outcome,
      errors: answer.errors,
      cached: answer.cached,
      reads: answer.reads,
    };
  };
}

/** Returns the body of an answer. */
export function print({ data, errors }: TextAnswer): string {
  return errors.length === 0
    ? `{"data":${data}}`
    : `{"errors":${JSON.stringify(errors.map(shorten))},"data":${data}}`;
}

function outcomeOf({ errors }: TextAnswer): Outcome {
  return errors.length === 0 ? 'COMPLETE' : 'WITH_ERRORS';
}

/** The answer as it would be without its plan, with the plan among its extensions. */
function printExplained(
  { answer, queryPlan }: ExplainedAnswer,
  { mediaType }: ParsedRequest,
  answerLimitBytes: number,
): Answer {
  const extensions = JSON.stringify({ queryPlan });
  return {
    status: 200,
    headers: { 'content-type': mediaType },
    body: withinAnswerLimit(`${print(answer).slice(0, -1)},"extensions":${extensions}}`, answerLimitBytes),
    outcome: outcomeOf(answer),
    errors: answer.errors,
    reads: answer.reads,
  };
}

async function executeByServer(
  apollo: ApolloServer<OperationContext>,
  request: ParsedRequest,
): Promise<Answer> {
  const { method, headers: given, mediaType, controller, caller, requester, answerHeaders } = request;
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // Apollo Server must choose the media type of the answer.
  headers.set('accept', mediaType);
  let outcome: Outcome | undefined;
  let errors: Answer['errors'];
  let reads: ConditionalReads | undefined;
  const onOutcome: OperationContext['onOutcome'] = (ended, reported) => {
    outcome = ended;
    errors = reported;
  };
  const onReads = (read: ConditionalReads) => {
    reads = read;
  };
  const {
    status,
    headers: answered,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, ...encodeParams(request) },
    context: async () => ({
      signal: controller.signal,
      caller,
      requester,
      onOutcome,
      onReads,
      answerHeaders,
    }),
  });
  if (body.kind !== 'complete')
    throw new Error('Apollo Server answered in parts, which this gateway does not expect of it.');
  return {
    status: status ?? 200,
    headers: Object.fromEntries(answered),
    body: body.string,
    outcome,
    errors,
    reads,
  };
}
