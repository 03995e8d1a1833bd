import { type Operation, operationOf, type Session } from './request.ts';
import { send } from './send.ts';
import type { Answer, AskOptions, Client, ClientOptions, Document } from './types.ts';

/**
 * Makes a client of one gateway.
 *
 * @example
 * const graph = createClient({ url: 'https://data.example/graphql' });
 * const { data, problems } = await graph.query(EnterprisePage, { uscc });
 */
export function createClient(options: ClientOptions): Client {
  const session = { options, unknown: new Set<string>() };

  async function ask<Data, Variables>(
    document: Document<Data, Variables>,
    variables: Variables,
    asked: AskOptions = {},
    isRead: boolean,
  ): Promise<Answer<Data>> {
    const operation = operationOf(document, variables);
    const answers = send<Data>(session, operation, asked, { isRead, inParts: false });
    const { value } = await answers.next();
    await answers.return(undefined);
    return { data: value!.data, problems: value!.problems };
  }

  return {
    query: (document, variables, asked) => ask(document, variables, asked, true),
    mutate: (document, variables, asked) => ask(document, variables, asked, false),
    stream: (document, variables, asked = {}) =>
      send(session, operationOf(document, variables), asked, { isRead: true, inParts: true }),
    subscribe: (document, variables, asked = {}) =>
      subscribeLazily(session, operationOf(document, variables), asked),
  };
}

/** A page that subscribes to nothing does not load what subscriptions need. */
async function* subscribeLazily<Data>(
  session: Session,
  operation: Operation,
  asked: AskOptions,
): AsyncGenerator<Answer<Data>> {
  const { subscribeTo } = await import('./subscribe.ts');
  yield* subscribeTo<Data>(session, operation, asked);
}
