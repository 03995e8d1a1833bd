import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../../src/mandates/authorize.ts';
import {
  DEREGISTERED,
  FIRST,
  GATEWAY,
  HAN,
  LI,
  type MandateAnswer,
  MISSING,
  mutation,
  newKey,
  OFFICIAL,
  openMandates,
  type OpenMandates,
  OTHER,
  REVOKED,
  ROBOT,
  WANG,
  ZHAO,
} from './open-mandates.ts';

// Nobody learns of a mandate that is not his: not by an id, a count, a page, an error or the statements that an answer takes.

let mandates: OpenMandates;
/** Of WANG for FIRST, in force. */
let given: string;
/** Of WANG for FIRST, revoked. */
let ended: string;
/** Of HAN for FIRST. */
let representative: string;

beforeAll(async () => {
  mandates = await openMandates();
  ended = await mandates.give();
  await mandates.act(WANG, 'revokeMandate', { id: ended, reason: 'Not needed.' });
  given = await mandates.give();
  const [row] = await mandates.database.sql<
    { id: string }[]
  >`select id from mandates where uscc = ${FIRST} and person = 'han'`;
  representative = row!.id;
});
afterAll(() => mandates[Symbol.asyncDispose]());

/** The principals to whom mandates of FIRST are none. */
const OUTSIDERS: [who: string, caller: Principal][] = [
  ['somebody with no mandate', ZHAO],
  ['the legal representative of another enterprise', LI],
  ['a person of this department without the scope', { ...OFFICIAL, scopes: [] }],
  ['an official of another department', { ...OFFICIAL, department: 'tax' }],
  ['a gateway that is asked by a person', { ...GATEWAY, user: 'zhao' }],
];

/** What an answer looks like to whoever gets it, without the id that was asked for. */
const faceOf = (answer: MandateAnswer, id: string) => JSON.stringify(answer).replaceAll(id, 'ID');

const MANDATE = 'query ($id: ID!) { mandate(id: $id) { id person } }';

async function countStatements(work: () => Promise<unknown>): Promise<number> {
  mandates.database.forgetStatements();
  await work();
  return mandates.database.statements.length;
}

test.each<[who: string, caller: Principal, sees: ('given' | 'ended' | 'representative')[]]>([
  ['the agent', WANG, ['given', 'ended']],
  ['the legal representative', HAN, ['given', 'ended', 'representative']],
  ['an official', OFFICIAL, ['given', 'ended', 'representative']],
  ...OUTSIDERS.map(([who, caller]): [string, Principal, []] => [who, caller, []]),
])('%s is shown by id what is his, and nothing else', async (_who, caller, sees) => {
  const ids = { given, ended, representative };
  for (const [name, id] of Object.entries(ids)) {
    const { data, errors } = await mandates.ask(caller, MANDATE, { id });
    const isSeen = (sees as string[]).includes(name);
    expect(data).toMatchObject({ mandate: isSeen ? { id } : null });
    expect(errors?.[0]?.extensions.code).toBe(isSeen ? undefined : 'NOT_FOUND');
  }
});

test.each(OUTSIDERS)(
  'to %s a foreign id and an unknown one look the same, in reads and commands',
  async (_who, caller) => {
    const unknown = 'M-2026-99999999';
    const asks = [
      (id: string) => mandates.ask(caller, MANDATE, { id }),
      ...[null, 1, 7].map(
        (expectedVersion) => (id: string) =>
          mandates.ask(caller, mutation('revokeMandate'), {
            id,
            expectedVersion,
            reason: 'Gone.',
            idempotencyKey: newKey(),
          }),
      ),
    ];
    for (const ask of asks) {
      const faces = new Map<string, string>();
      const statements = new Map<string, number>();
      for (const id of [unknown, given, ended, representative]) {
        await ask(id);
        statements.set(id, await countStatements(async () => faces.set(id, faceOf(await ask(id), id))));
      }
      expect(new Set(faces.values()).size).toBe(1);
      expect(new Set(statements.values()).size).toBe(1);
    }
  },
);

test.each(['', ' ', 'M-2026-1', 'M-2026-00000001 wang', "' or true --", 'a\0b', '9'.repeat(500)])(
  'the id %j is none',
  async (id) => {
    for (const caller of [WANG, OFFICIAL]) {
      const { data, errors } = await mandates.ask(caller, MANDATE, { id });
      expect(data).toEqual({ mandate: null });
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const { userErrors } = await mandates.act(caller, 'revokeMandate', { id, reason: 'Gone.' });
      expect(userErrors).toMatchObject([{ code: 'UNKNOWN_MANDATE', field: ['id'] }]);
    }
  },
);

const OF_ENTERPRISE = `query ($uscc: USCC!, $first: Int = 20, $after: String, $ended: Boolean = false) {
  enterprise(uscc: $uscc) { name
    mandates(first: $first, after: $after, ended: $ended) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } }`;

interface OfEnterprise {
  enterprise: {
    mandates: {
      totalCount: number;
      edges: { cursor: string; node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

const NONE = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

test.each<[who: string, caller: Principal]>([
  ['the legal representative', HAN],
  ['an official', OFFICIAL],
])('%s sees who acts for the enterprise, and with ended who did', async (_who, caller) => {
  const read = async (variables: object) =>
    (await mandates.data<OfEnterprise>(caller, OF_ENTERPRISE, { uscc: FIRST, ...variables })).enterprise
      .mandates;
  const ids = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);

  expect(ids(await read({}))).toEqual([given, representative]);
  expect((await read({})).totalCount).toBe(2);
  const all = await read({ ended: true, first: 2 });
  expect(ids(all)).toEqual([given, ended]);
  expect(all).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(ids(await read({ ended: true, first: 2, after: all.pageInfo.endCursor }))).toEqual([representative]);
});

test.each([...OUTSIDERS, ['an agent of the enterprise', WANG] as const, ['an application', ROBOT] as const])(
  'to %s an enterprise with mandates looks like one without',
  async (_who, caller) => {
    const own = await mandates.data<OfEnterprise>(HAN, OF_ENTERPRISE, { uscc: FIRST, first: 1 });
    const { cursor } = own.enterprise.mandates.edges[0]!;
    // The enterprise without is one that had a legal representative, who is gone with it.
    for (const variables of [{}, { ended: true }, { first: 1 }]) {
      const statements = new Set<number>();
      for (const uscc of [FIRST, DEREGISTERED]) {
        const ask = () => mandates.data<OfEnterprise>(caller, OF_ENTERPRISE, { uscc, ...variables });
        expect((await ask()).enterprise.mandates).toEqual(NONE);
        statements.add(await countStatements(ask));
      }
      expect(statements.size).toBe(1);
    }
    const refused = await mandates.ask(caller, OF_ENTERPRISE, { uscc: OTHER, first: 1, after: cursor });
    expect(refused.errors?.[0]?.extensions.code).toBe('MALFORMED_CURSOR');
  },
);

test('a legal representative who was replaced sees what was his own, and the mandates of agents no more', async () => {
  const before = await mandates.data<OfEnterprise>(LI, OF_ENTERPRISE, { uscc: OTHER });
  expect(before.enterprise.mandates.totalCount).toBe(1);
  const agent = await mandates.give({ uscc: OTHER }, LI);
  const input = { uscc: OTHER, person: 'zhou', reason: 'Changed.' };
  await mandates.act(OFFICIAL, 'registerLegalRepresentative', { input });

  const after = await mandates.data<OfEnterprise>(LI, OF_ENTERPRISE, { uscc: OTHER, ended: true });
  expect(after.enterprise.mandates).toEqual(NONE);
  expect((await mandates.ask(LI, MANDATE, { id: agent })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect(await mandates.statesOf(LI)).toEqual(['TERMINATED', 'IN_FORCE', 'REVOKED']);
  const next = await mandates.data<OfEnterprise>({ ...LI, user: 'zhou' }, OF_ENTERPRISE, { uscc: OTHER });
  expect(next.enterprise.mandates.totalCount).toBe(2);
});

test('nobody represents an enterprise that is deregistered', async () => {
  const { enterprise } = await mandates.data<OfEnterprise>(LI, OF_ENTERPRISE, {
    uscc: DEREGISTERED,
    ended: true,
  });
  expect(enterprise.mandates).toEqual(NONE);
  const wound = await mandates.data<OfEnterprise>(LI, OF_ENTERPRISE, { uscc: REVOKED });
  expect(wound.enterprise.mandates.totalCount).toBe(1);
});

test('my mandates are those of the person, page by page, newest first', async () => {
  const query = `query ($first: Int!, $after: String) { myMandates(first: $first, after: $after) {
    totalCount edges { cursor node { id person } } pageInfo { hasNextPage endCursor } } }`;
  interface Found {
    myMandates: OfEnterprise['enterprise']['mandates'];
  }
  const [expected] = await mandates.database.sql<{ ids: string[] }[]>`
    select array_agg(id order by sequence desc) as ids from mandates where person = 'wang'`;
  const found: string[] = [];
  let after: string | null = null;
  do {
    const { myMandates }: Found = await mandates.data<Found>(WANG, query, { first: 1, after });
    expect(myMandates.totalCount).toBe(expected!.ids.length);
    found.push(...myMandates.edges.map(({ node }) => node.id));
    after = myMandates.pageInfo.hasNextPage ? myMandates.pageInfo.endCursor : null;
  } while (after);
  expect(found).toEqual(expected!.ids);

  const others = await mandates.data<Found>(ZHAO, query, { first: 5 });
  expect(others.myMandates).toEqual(NONE);
});

test.each<[what: string, caller: Principal | null, query: string, variables: object, code: string]>([
  ['mine, of nobody', null, '{ myMandates { totalCount } }', {}, 'FORBIDDEN'],
  ['mine, of an application', ROBOT, '{ myMandates { totalCount } }', {}, 'FORBIDDEN'],
  ['one, of nobody', null, MANDATE, { id: 'M-2026-00000001' }, 'FORBIDDEN'],
  ['one, of an application', ROBOT, MANDATE, { id: 'M-2026-00000001' }, 'FORBIDDEN'],
  ['those of an enterprise, of nobody', null, OF_ENTERPRISE, { uscc: FIRST }, 'FORBIDDEN'],
  ['a page of none', HAN, '{ myMandates(first: 0) { totalCount } }', {}, 'INVALID_ARGUMENT'],
  ['a page of too many', ZHAO, OF_ENTERPRISE, { uscc: FIRST, first: 101 }, 'INVALID_ARGUMENT'],
  ['a cursor that is none', ZHAO, OF_ENTERPRISE, { uscc: FIRST, after: 'x' }, 'MALFORMED_CURSOR'],
  ['an enterprise that is none', HAN, OF_ENTERPRISE, { uscc: MISSING }, 'NOT_FOUND'],
])('%s: %s', async (_what, caller, query, variables, code) => {
  const { errors } = await mandates.ask(caller, query, variables);
  expect(errors?.[0]?.extensions.code).toBe(code);
});
