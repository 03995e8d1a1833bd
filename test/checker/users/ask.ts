import { tracingChannel } from 'node:diagnostics_channel';

/** One request, for those who measure. */
export interface Request {
  sentAt: number;
  /** Milliseconds that the user waits. */
  patienceMs: number;
  /** What came of it, once it has ended; null when no answer came. */
  result?: Answer | null;
}

export const requests = tracingChannel<unknown, Request>('yiwang checker request');

/** What was answered. */
export interface Answer {
  /** As the access log names the request. */
  request: string;
  data: Readonly<Record<string, unknown>> | null;
  /** Codes of the errors, each once. */
  codes: string[];
}

export interface Question {
  url: string;
  /** Headers besides those of every request. */
  headers: Readonly<Record<string, string>>;
  query: string;
  variables: object;
  /** Milliseconds after which the answer is not waited for any longer. */
  patienceMs: number;
}

/** Asks the gateway once; null when no answer came, for whatever reason. */
export function ask(question: Question): Promise<Answer | null> {
  const { patienceMs } = question;
  return requests.tracePromise(() => send(question), { sentAt: Date.now(), patienceMs });
}

async function send({ url, headers, query, variables, patienceMs }: Question): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const { data = null, errors = [] } = (await response.json()) as {
      data?: Answer['data'];
      errors?: { extensions?: { code?: string } }[];
    };
    const codes = errors.map(({ extensions }) => extensions?.code ?? 'NONE');
    return { request: response.headers.get('x-request-id') ?? '', data, codes: [...new Set(codes)] };
  } catch {
    return null; // refused, cut off, too late, or no JSON
  }
}
