import type { Answer, Readable, Stages } from '../pipeline.ts';

/** As graphql-js ends messages, in JSON. */
const SUGGESTION = / Did you mean (?:[^"\\]|\\.)+?\?(?=")/g;

/** The same stage, which does not let those guess at the schema who may not read it. */
export function hideSuggestions(execute: Stages['execute']): Stages['execute'] {
  return (request) => (request.mayReadSchema === false ? hiding(request) : execute(request));

  async function hiding(request: Readable): Promise<Answer> {
    const answer = await execute(request);
    // An answer with data is of an operation that fits the schema.
    return answer.outcome ? answer : { ...answer, body: answer.body.toString().replace(SUGGESTION, '') };
  }
}
