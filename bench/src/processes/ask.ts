import { Agent, fetch } from 'undici';

// A connection for each request: servers come and go on the same ports here.
const dispatcher = new Agent({ pipelining: 0 });

/** An answer of a GraphQL server, as JSON gave it. */
export interface Answer {
  data?: unknown;
  errors?: readonly { message: string }[];
}

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  /** Who asks, for those who have to say so. */
  headers?: Readonly<Record<string, string>>;
}

/** The body with which every gateway is asked. */
export function bodyOf({ query, variables }: Operation): string {
  return JSON.stringify({ query, variables });
}

/** @throws Error when it is no JSON, or nobody answers */
export async function ask(url: string, operation: Operation): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    dispatcher,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...operation.headers },
    body: bodyOf(operation),
  });
  return (await response.json()) as Answer;
}

/** Whether a GraphQL server answers there yet. */
export async function isServing(url: string): Promise<boolean> {
  const { data } = await ask(url, { query: '{ __typename }', variables: {} });
  return data !== undefined && data !== null;
}
