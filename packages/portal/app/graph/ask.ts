import type { Answer, AskOptions, Client, Document } from '@yiwang/client';
import { data, type RouterContextProvider } from 'react-router';
import { requestContext } from '../context.ts';
import { signInPath } from '../sign-in-path.ts';

/** What loaders and actions get from React Router, as far as it is needed to ask the graph. */
interface Asked {
  request: Request;
  context: Readonly<RouterContextProvider>;
}

/** Who asks, and the client of the one schema; both end with the request. */
export function graphOf({ context }: Asked): Client {
  return context.get(requestContext).graph;
}

/** Asks in the name of whoever is signed in. A partial answer is an answer: see its problems. */
export function ask<Data, Variables>(
  asked: Asked,
  document: Document<Data, Variables>,
  variables: Variables,
  options: AskOptions = {},
): Promise<Answer<Data>> {
  return graphOf(asked).query(document, variables, { signal: asked.request.signal, ...options });
}

/** Ends the page with the status that fits: nothing could be read at all. */
export function failPage(answer: Answer<unknown>): never {
  const codes = new Set(answer.problems.map(({ code }) => code));
  if (codes.has('UNAUTHENTICATED')) throw data(null, { status: 401 });
  // Whatever could be read is there: there is none of that name.
  if (answer.data !== null && codes.size === 0) throw data(null, { status: 404 });
  if (codes.has('NOT_FOUND')) throw data(null, { status: 404 });
  // Of what others have, and of what nobody has, the graph says the same.
  if (codes.has('OUTSIDE_GRANT') || codes.has('UNAUTHORIZED_FIELD')) throw data(null, { status: 403 });
  if (codes.has('RATE_LIMITED')) throw data(null, { status: 429 });
  if ([...codes].some((code) => /^(BAD|MALFORMED|INVALID)_/.test(code))) {
    throw data(null, { status: 400 });
  }
  throw data(null, { status: 503 });
}

/**
 * Sends a person to sign in, and back; who is signed in goes on. Whose session is over is told so, and forms come back with what was typed:
 * both answer 401.
 */
export function requirePerson(asked: Asked) {
  const { person, hasExpired } = asked.context.get(requestContext);
  if (person) return person;
  if (hasExpired || asked.request.method !== 'GET') throw data(null, { status: 401 });
  const { pathname, search } = new URL(asked.request.url);
  throw new Response(null, {
    status: 303,
    headers: {
      location: signInPath({ pathname: pathname.replace(/\.data$/, ''), search }),
      // It is none of the pages: a page that is hydrated is left for it.
      'x-remix-reload-document': 'true',
    },
  });
}
