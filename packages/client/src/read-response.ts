import { mergeAt } from './merge-part.ts';
import { isRecord, noAnswer, toProblem } from './problems.ts';
import { boundaryOf, readParts } from './read-parts.ts';
import type { Answer, Problem, StreamedAnswer } from './types.ts';

/** Statuses of servers and proxies that may go away by themselves. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;

/** Yields each state of the answer; what is no GraphQL answer is a problem. A lost connection throws. */
export async function* readAnswers<Data>(response: Response): AsyncGenerator<StreamedAnswer<Data>> {
  const boundary = boundaryOf(response.headers.get('content-type'));
  if (boundary === null || !response.body) {
    yield { ...(await readResponse<Data>(response)), isComplete: true };
    return;
  }
  let answer: Answer<Data> | undefined;
  let isComplete = false;
  for await (const text of readParts(response, boundary)) {
    const part = parseJson(text);
    if (!isRecord(part)) throw new Error('a part of the answer is broken JSON');
    answer = answer ? withParts(answer, part) : toAnswer<Data>(part);
    isComplete = part['hasNext'] !== true;
    yield { ...answer, isComplete };
  }
  if (!isComplete) throw new Error('the answer ended before its last part');
}

/** Reads an answer in one piece. */
export async function readResponse<Data>(response: Response): Promise<Answer<Data>> {
  const redirect = redirectOf(response);
  if (redirect) return failed(redirect);
  const body = parseJson(await response.text());
  if (isRecord(body) && ('data' in body || Array.isArray(body['errors']))) return toAnswer<Data>(body);
  const type = response.headers.get('content-type') ?? '';
  const isBroken = body === undefined && JSON_TYPE.test(type);
  const what = isBroken ? 'broken JSON' : `no GraphQL answer (${type || 'no content type'})`;
  const canRetry = isBroken || PASSING.has(response.status);
  return failed(noAnswer(`The server sent ${what} with status ${response.status}.`, canRetry));
}

/** Returns an answer of one problem. */
export function failed<Data>(problem: Problem): Answer<Data> {
  return { data: null, problems: [problem] };
}

export function toAnswer<Data>(body: Readonly<Record<string, unknown>>): Answer<Data> {
  return { data: (body['data'] as Data | undefined) ?? null, problems: problemsIn(body) };
}

/** Adds the parts that one message brings. */
function withParts<Data>(before: Answer<Data>, message: Readonly<Record<string, unknown>>): Answer<Data> {
  const parts = Array.isArray(message['incremental']) ? message['incremental'].filter(isRecord) : [];
  let { data, problems } = before;
  for (const part of parts) {
    const path = Array.isArray(part['path']) ? part['path'] : [];
    data = mergeAt(data, path, part['data'] ?? null) as Data | null;
    problems = [...problems, ...problemsIn(part)];
  }
  return { data, problems };
}

function problemsIn({ errors }: Readonly<Record<string, unknown>>): Problem[] {
  return Array.isArray(errors) ? errors.map(toProblem) : [];
}

/** Returns undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Redirects are not followed: the body would be lost, and the token might go to another host. */
function redirectOf(response: Response): Problem | null {
  const { type, status } = response;
  if (type !== 'opaqueredirect' && (status < 300 || status > 399)) return null;
  const to = response.headers.get('location');
  const where = to === null ? 'elsewhere' : `to ${to}`;
  return noAnswer(`The address redirects ${where}: sign in again, or use the final address.`, false);
}
