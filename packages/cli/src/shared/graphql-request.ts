import { useClientTls } from './client-tls.ts';
import { CommandError } from './command-error.ts';

export interface GraphQLAnswer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** What may help when no registry answers. */
export const FIND_ANOTHER =
  ' npm start runs a system; --data names the folder of one that runs here, --registry or YIWANG_REGISTRY the address of another.';

/** Nobody answered: what was asked for may have been done or not. */
export class UnansweredError extends CommandError {}

export interface RequestOptions {
  /** Of a client that has signed in. */
  token?: string | undefined;
  headers?: Readonly<Record<string, string>>;
  /** Ends the message when nobody answers. */
  whenAway?: string;
}

/**
 * One GraphQL request over HTTP.
 *
 * @param who what stands at the address, for messages: `The registry`
 * @throws UnansweredError when nobody answers; CommandError when what answers does not speak GraphQL
 */
export async function requestGraphQL(
  who: string,
  url: string,
  body: { query: string; variables?: Record<string, unknown> },
  timeoutMs: number,
  { token, headers, whenAway = '' }: RequestOptions = {},
): Promise<GraphQLAnswer> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new CommandError(
      `${JSON.stringify(url)} is no address of HTTP. Write it as http://127.0.0.1:4000/graphql.`,
    );
  }
  const sent = { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const { status, type, text } = await send(who, url, JSON.stringify(body), timeoutMs, sent, whenAway);
  const answer = parse(text);
  if (answer) return answer;
  throw new CommandError(
    `${who} at ${url} does not answer with GraphQL, but ${describe(status, type, text)}. Is this the right address? That of a gateway ends in /graphql.`,
  );
}

async function send(
  who: string,
  url: string,
  body: string,
  timeoutMs: number,
  headers: Readonly<Record<string, string>>,
  whenAway: string,
) {
  await useClientTls();
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'graphql-client-name': 'yiwang',
        ...headers,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const type = response.headers.get('content-type') ?? 'no content type';
    return { status: response.status, type, text: await response.text() };
  } catch (error) {
    const why = reason(error as NetworkError, timeoutMs);
    throw new UnansweredError(`${who} at ${url} does not answer: ${why}.${whenAway}`);
  }
}

/** fetch hides in `cause` what went wrong. */
type NetworkError = Error & { cause?: { code?: string; message?: string } };

function reason(error: NetworkError, timeoutMs: number): string {
  if (error.name === 'TimeoutError') return `not within ${timeoutMs / 1000} seconds`;
  switch (error.cause?.code) {
    case 'ECONNREFUSED':
      return 'nothing listens there';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'no such host';
    default:
      return error.cause?.message || error.message;
  }
}

function parse(text: string): GraphQLAnswer | null {
  try {
    const value: unknown = JSON.parse(text);
    const isAnswer = typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
    return isAnswer ? (value as GraphQLAnswer) : null;
  } catch {
    return null;
  }
}

function describe(status: number, type: string, text: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim();
  const kind = /html/i.test(type) ? `an HTML page${title ? ` ("${title}")` : ''}` : type.split(';')[0]!;
  return `${kind} (HTTP ${status})`;
}
