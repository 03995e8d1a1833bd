import type { GraphQLSchema } from 'graphql';
import { createPieces } from './pieces.ts';

/** Enough for every fetch of every gateway that asks one operation at a time; what is beyond is put together again. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Longer bodies are batches, which hardly ever repeat, so they are not cached. */
const MAX_CACHED_CHARACTERS = 32 * 1024;

/**
 * Answers the body of a GraphQL request with the body of the answer, as bytes that are characters (`pieces.ts`). What was asked before in the same words is
 * answered from memory, in microseconds, so that the gateway is what is measured; so is what is put together
 * otherwise, such as entities that were asked of in other company.
 */
export function createAnswerCache(schema: () => GraphQLSchema) {
  const answers = new Map<string, string>();
  const counts = { requests: 0, computed: 0 };
  let bytes = 0;
  const pieces = createPieces(schema, () => (counts.computed += 1));

  async function putTogether(body: string): Promise<string> {
    const answer = await pieces.answer(JSON.parse(body));
    if (body.length <= MAX_CACHED_CHARACTERS && bytes <= MAX_BYTES) {
      answers.set(body, answer);
      bytes += body.length + answer.length;
    }
    return answer;
  }

  return {
    /** Requests since the start, and the pieces that had to be computed. */
    counts,
    answer(body: string): string | Promise<string> {
      counts.requests += 1;
      return (body.length <= MAX_CACHED_CHARACTERS && answers.get(body)) || putTogether(body);
    },
  };
}
