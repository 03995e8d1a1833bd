import type { Answer } from '../request/answer.ts';
import type { ParsedRequest } from '../request/request.ts';

/** How graphql-js ends messages, in JSON. */
const SUGGESTION = / Did you mean (?:[^"\\]|\\.)+?\?(?=")/g;

/** Removes suggestions from error messages: they would let clients guess at a schema that they may not read. */
export function hideSuggestions({ mayReadSchema }: ParsedRequest, answer: Answer): Answer {
  // An operation that was executed fits the schema: its errors hold no suggestions.
  if (mayReadSchema !== false || answer.outcome) return answer;
  return { ...answer, body: answer.body.toString().replace(SUGGESTION, '') };
}
