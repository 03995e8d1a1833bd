import { setTimeout as sleep } from 'node:timers/promises';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
export type Answer = any;

/** @param url without a path */
export async function ask(url: string, query: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

/** Asks again and again until the answer is as wanted. Ends with the test's own time limit. */
export async function askUntil(
  url: string,
  query: string,
  isWanted: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask(url, query).catch(() => null);
    if (answer !== null && isWanted(answer)) return answer;
    await sleep(50);
  }
}
