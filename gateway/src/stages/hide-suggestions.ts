import type { Stages } from '../pipeline.ts';

/** As graphql-js ends messages, in JSON. */
const SUGGESTION = / Did you mean (?:[^"\\]|\\.)+?\?(?=")/g;

/** The same stage, which does not let those guess at the schema who may not read it. */
export function hideSuggestions(execute: Stages['execute']): Stages['execute'] {
  return async function hiding(request) {
    const answer = await execute(request);
    // An answer with data is of an operation that fits the schema.
    if (request.mayReadSchema !== false || answer.outcome) return answer;
    return { ...answer, body: answer.body.toString().replace(SUGGESTION, '') };
  };
}
