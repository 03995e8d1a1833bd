import type { CaseTold } from '../history.ts';
import { ask } from './ask.ts';
import { caseOf, type Diary, type Reader } from './diary.ts';

/** Milliseconds that a reader waits for an answer. */
const PATIENCE_MS = 10_000;

const FIELDS = 'number version state source';
const BY_NUMBER = `query Case($number: ID!) { case(number: $number) { ${FIELDS} } }`;
const MINE = `{ myCases(first: 20) { edges { node { ${FIELDS} } } } }`;
const INBOX = `{ caseInbox(first: 20) { edges { node { ${FIELDS} } } } }`;

export interface ReadingUser extends Reader {
  url: string;
  diary: Diary;
}

/** Null when it was not answered, or nothing was told. */
export async function readCase(user: ReadingUser, number: string): Promise<CaseTold | null> {
  const data = await read(user, BY_NUMBER, { number }, (answer) => [answer['case']]);
  return data?.[0] ?? null;
}

/** The cases of the person; null when it was not answered. */
export function readMine(user: ReadingUser): Promise<CaseTold[] | null> {
  return read(user, MINE, {}, ({ myCases }) => nodesOf(myCases));
}

/** What the office has to do; null when it was not answered. */
export function readInbox(user: ReadingUser): Promise<CaseTold[] | null> {
  return read(user, INBOX, {}, ({ caseInbox }) => nodesOf(caseInbox));
}

async function read(
  { url, headers, diary, client, user, right }: ReadingUser,
  query: string,
  variables: object,
  casesOf: (data: Readonly<Record<string, unknown>>) => unknown[],
): Promise<CaseTold[] | null> {
  const sentAt = Date.now();
  const answer = await ask({ url, headers, query, variables, patienceMs: PATIENCE_MS });
  diary.addTroubles(answer?.codes ?? ['NO_ANSWER']);
  if (!answer?.data) return null;
  const { request } = answer;
  const cases = casesOf(answer.data)
    .map(caseOf)
    .filter((told) => told !== null);
  diary.addRead({ request, client, user, right, sentAt, endedAt: Date.now(), cases });
  return cases;
}

function nodesOf(connection: unknown): unknown[] {
  const { edges = [] } = (connection ?? {}) as { edges?: { node: unknown }[] };
  return edges.map(({ node }) => node);
}
