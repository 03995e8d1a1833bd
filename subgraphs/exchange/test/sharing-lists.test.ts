import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../src/sharing/authorize.ts';
import {
  CONTENT,
  FISHERIES,
  HARBOURS,
  LAKE,
  openSharing,
  type OpenSharing,
  POND,
} from './support/open-sharing.ts';

let sharing: OpenSharing;
/** Numbers of the applications, by the names that the tests use. */
const numbers: Record<string, string> = {};
const grants: Record<string, string> = {};

beforeAll(async () => {
  sharing = await openSharing('2026-03-02T02:00:00Z');
  numbers['approved'] = await sharing.apply();
  numbers['refused'] = await sharing.apply({ fields: ['Vessel.finesCny'] });
  numbers['waiting'] = await sharing.apply({}, POND);
  numbers['harbours'] = await sharing.apply({ fields: ['Harbour.depthM'] }, POND);
  const draft = await sharing.act(LAKE, 'createSharingApplication', { input: CONTENT });
  numbers['draft'] = draft.application!['number'] as string;
  await sharing.act(FISHERIES, 'approveSharingApplication', { number: numbers['approved'] });
  await sharing.act(FISHERIES, 'refuseSharingApplication', { number: numbers['refused'], reason: 'No.' });
  sharing.clock.now = new Date('2026-03-09T02:00:00Z');
  numbers['later'] = await sharing.apply({}, POND);

  grants['ended'] = await sharing.grant({ until: '2026-03-10T00:00:00Z' });
  grants['revoked'] = await sharing.grant({ fields: ['Vessel.finesCny'] }, POND);
  await sharing.act(FISHERIES, 'revokeGrant', { id: grants['revoked'], reason: 'Misused.' });
  grants['active'] = await sharing.grant({ fields: ['Vessel.catchT', 'Vessel.finesCny'] }, POND);
  sharing.clock.now = new Date('2026-03-17T02:00:00Z');
});
afterAll(() => sharing.close());

interface Page {
  totalCount: number;
  edges: { node: { number: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function list(
  caller: Principal,
  filter: object = {},
  first = 100,
  after: string | null = null,
): Promise<Page> {
  const { found } = await sharing.data<{ found: Page }>(
    caller,
    `query ($filter: SharingApplicationFilter, $first: Int!, $after: String) {
      found: sharingApplications(filter: $filter, first: $first, after: $after) {
        totalCount edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
    { filter, first, after },
  );
  return found;
}

/** The names of the listed applications; those without a name are left out. */
async function listed(caller: Principal, filter: object = {}): Promise<string[]> {
  const { edges, totalCount } = await list(caller, filter);
  expect(totalCount).toBe(edges.length);
  const names = new Map(Object.entries(numbers).map(([name, number]) => [number, name]));
  return edges.flatMap(({ node }) => names.get(node.number) ?? []);
}

test('a client sees its own, newest first, drafts among them; a department what it decides', async () => {
  expect(await listed(LAKE)).toEqual(['draft', 'refused', 'approved']);
  expect(await listed(POND)).toEqual(['later', 'harbours', 'waiting']);
  expect(await listed(FISHERIES)).toEqual(['later', 'waiting', 'refused', 'approved']);
  expect(await listed(HARBOURS)).toEqual(['harbours']);
  expect(await listed({ ...FISHERIES, scopes: ['sharing:apply'] })).toEqual([]);
});

test.each<[what: string, filter: object, found: string[]]>([
  ['states', { states: ['SUBMITTED', 'REFUSED'] }, ['later', 'waiting', 'refused']],
  ['no state', { states: [] }, []],
  ['a client', { client: 'pond', states: ['SUBMITTED'] }, ['later', 'waiting']],
  ['its department', { department: 'fisheries', states: ['REFUSED'] }, ['refused']],
  ['another department', { department: 'harbours' }, []],
  ['what is overdue', { overdue: true }, ['waiting']],
  ['what is not overdue', { overdue: false, states: ['SUBMITTED', 'REFUSED'] }, ['later', 'refused']],
  ['what is due soon', { dueBefore: '2026-03-24T00:00:00Z' }, ['later', 'waiting']],
  ['what was due before', { dueBefore: '2026-03-16T16:00:00+00:00' }, []],
])('applications are found by %s', async (_what, filter, found) => {
  expect(await listed(FISHERIES, filter)).toEqual(found);
});

test('page after page every application comes once, newest first', async () => {
  const whole = (await list(FISHERIES)).edges.map(({ node }) => node.number);
  const found: string[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo, totalCount }: Page = await list(FISHERIES, {}, 2, after);
    expect(totalCount).toBe(whole.length);
    found.push(...edges.map(({ node }) => node.number));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(found).toEqual(whole);
});

test.each<[what: string, caller: Principal, filter: object, found: string[]]>([
  ['the client’s own', POND, {}, ['active', 'revoked']],
  ['what is active', FISHERIES, { states: ['ACTIVE'] }, ['active']],
  ['what was revoked', FISHERIES, { states: ['REVOKED'] }, ['revoked']],
  ['what has expired', FISHERIES, { states: ['EXPIRED'] }, ['ended']],
  ['what is over', FISHERIES, { states: ['EXPIRED', 'REVOKED'] }, ['revoked', 'ended']],
  ['a field', FISHERIES, { coordinate: 'Vessel.finesCny' }, ['active', 'revoked']],
  ['a client', FISHERIES, { client: 'lake', states: ['EXPIRED'] }, ['ended']],
  ['what ends soon', FISHERIES, { untilBefore: '2026-04-01T00:00:00Z' }, ['ended']],
  ['another department', FISHERIES, { department: 'harbours' }, []],
])('grants are found by %s', async (_what, caller, filter, found) => {
  const { grants: page } = await sharing.data<{
    grants: { totalCount: number; edges: { node: { id: string } }[] };
  }>(
    caller,
    'query ($filter: GrantFilter) { grants(filter: $filter) { totalCount edges { node { id } } } }',
    { filter },
  );
  const names = new Map(Object.entries(grants).map(([name, id]) => [id, name]));
  expect(page.edges.flatMap(({ node }) => names.get(node.id) ?? [])).toEqual(found);
});

test('reports of wrong data are found by state, field, client and time', async () => {
  const input = { coordinate: 'Vessel.name', subject: '00123', problem: 'It is wrong.' };
  const first = await sharing.act(LAKE, 'reportCorrection', { input });
  await sharing.act(FISHERIES, 'acceptCorrection', { number: first.correction!['number'] });
  await sharing.act(POND, 'reportCorrection', { input: { ...input, coordinate: 'Vessel.number' } });
  await sharing.act(LAKE, 'reportCorrection', { input: { ...input, coordinate: 'Harbour.name' } });
  const coordinates = async (caller: Principal, filter: object) => {
    const { corrections } = await sharing.data<{
      corrections: { edges: { node: { coordinate: string } }[] };
    }>(
      caller,
      'query ($filter: CorrectionFilter) { corrections(filter: $filter) { edges { node { coordinate } } } }',
      { filter },
    );
    return corrections.edges.map(({ node }) => node.coordinate);
  };
  expect(await coordinates(FISHERIES, {})).toEqual(['Vessel.number', 'Vessel.name']);
  expect(await coordinates(LAKE, {})).toEqual(['Harbour.name', 'Vessel.name']);
  expect(await coordinates(FISHERIES, { states: ['ACCEPTED'] })).toEqual(['Vessel.name']);
  expect(await coordinates(FISHERIES, { client: 'pond' })).toEqual(['Vessel.number']);
  expect(await coordinates(LAKE, { coordinate: 'Harbour.name', department: 'harbours' })).toEqual([
    'Harbour.name',
  ]);
  expect(await coordinates(FISHERIES, { overdue: true })).toEqual([]);
  expect(await coordinates(FISHERIES, { dueBefore: '2026-04-01T00:00:00Z' })).toEqual(['Vessel.number']);
});

test('a page of applications with all that hangs on them takes a constant number of statements', async () => {
  const query = `{ sharingApplications(first: 50) { totalCount edges { node { number overdue regions { name }
    resources { name } grant { id state renewal { number } history { at } } renews { id } history { at } } } } }`;
  const { database } = sharing.registry.department;
  await sharing.data(FISHERIES, query);
  database.forgetStatements();
  await sharing.data(FISHERIES, query);
  const few = database.statements.length;
  for (let i = 0; i < 5; i++) await sharing.grant();
  database.forgetStatements();
  await sharing.data(FISHERIES, query);
  expect(database.statements.length).toBe(few);
  expect(few).toBeLessThanOrEqual(7);
});

test.each([
  ['{ sharingApplications(first: 101) { totalCount } }', 'INVALID_ARGUMENT'],
  ['{ sharingApplications(after: "x") { totalCount } }', 'MALFORMED_CURSOR'],
  ['{ grants(first: 0) { totalCount } }', 'INVALID_ARGUMENT'],
  ['{ sharingApplications(filter: { dueBefore: "soon" }) { totalCount } }', 'INVALID_DATE'],
])('%s is refused', async (query, code) => {
  expect((await sharing.ask(FISHERIES, query)).errors).toMatchObject([{ extensions: { code } }]);
});
