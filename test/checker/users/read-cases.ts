import type { CaseTold } from '../history.ts';
import { ask } from './ask.ts';
import { type Desk, DESKS } from './steps.ts';
import { caseOf, type Diary, type Reader } from './diary.ts';

/** Milliseconds that a reader waits for an answer. */
const PATIENCE_MS = 10_000;

/** Permits says which cases were made up whole. */
const fieldsAt = ({ department }: Desk) => `number version state${department === 'permits' ? ' source' : ''}`;
const FIELDS = fieldsAt(DESKS.permits);
const MINE = `{ myCases(first: 20) { edges { node { ${FIELDS} } } } }`;

export interface ReadingUser extends Reader {
  url: string;
  diary: Diary;
}

/** Null when it was not answered, or nothing was told. */
export async function readCase(
  user: ReadingUser,
  number: string,
  desk = DESKS.permits,
): Promise<CaseTold | null> {
  const query = `query Case($number: ID!) { one: ${desk.one}(number: $number) { ${fieldsAt(desk)} } }`;
  const data = await read(user, query, { number }, ({ one }) => [one]);
  return data?.[0] ?? null;
}

/** The cases of the person; null when it was not answered. */
export function readMine(user: ReadingUser): Promise<CaseTold[] | null> {
  return read(user, MINE, {}, ({ myCases }) => nodesOf(myCases));
}

/**
 * What the office has to do; null when it was not answered.
 *
 * @param region where; null for all of the official's regions
 */
export function readInbox(user: ReadingUser, desk: Desk, region: string | null): Promise<CaseTold[] | null> {
  const query = `query Inbox($region: RegionCode) {
    inbox: ${desk.inbox}(filter: { region: $region }, first: 20) { edges { node { ${fieldsAt(desk)} } } } }`;
  return read(user, query, { region }, ({ inbox }) => nodesOf(inbox));
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
