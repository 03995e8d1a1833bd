import { channel } from 'node:diagnostics_channel';

/** What became of one request, for those who measure: published on {@link answered}. */
export interface Answered {
  sentAt: number;
  endedAt: number;
  /** Codes of its errors; null when no answer came. */
  codes: readonly string[] | null;
  /** Milliseconds that the user would have waited. */
  patienceMs: number;
}

export const answered = channel('yiwang checker answered');

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
export async function ask(question: Question): Promise<Answer | null> {
  const sentAt = Date.now();
  const answer = await send(question);
  const { patienceMs } = question;
  const told: Answered = { sentAt, endedAt: Date.now(), codes: answer?.codes ?? null, patienceMs };
  answered.publish(told);
  return answer;
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
