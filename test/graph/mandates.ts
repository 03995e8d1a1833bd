import { expect, test } from 'vitest';
import type { OpenGraph } from '../open-graph.ts';

type Ask = (
  client: string | null,
  query: string,
  variables?: object,
  claims?: object,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
) => Promise<{ data: any; errors?: { extensions: { code: string } }[] }>;

const GIVE = `mutation ($input: MandateInput!, $key: ID!) {
  giveMandate(input: $input, idempotencyKey: $key) { mandate { id person } userErrors { code } } }`;
const MINE =
  '{ myMandates { totalCount edges { node { id state enterprise { uscc name region { name } } } } } }';
/** The enterprise is joined by another department, and so asked for by its key. */
const WHO_ACTS = `query ($number: ID!) { permit(number: $number) { holder { name mandates { totalCount edges { node { person } } } } } }`;

/**
 * Persons through the real gateway, over the enterprises and mandates of the seed.
 *
 * @param ask in the name of a client, with the claims of its token
 */
export function testMandates(graph: () => OpenGraph, ask: Ask): void {
  const as = (person: string, query: string, variables: object = {}) =>
    ask('portal', query, variables, { sub: person, azp: 'portal' });

  test('a made-up legal representative gives a mandate through the gateway, and the agent has it', async () => {
    const { data } = await as('person-002', MINE);
    const { uscc } = data.myMandates.edges[0].node.enterprise;
    const until = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
    const variables = { input: { uscc, person: 'agent-of-002', until }, key: 'gateway-1' };

    const given = await as('person-002', GIVE, variables);
    expect(given.errors).toBeUndefined();
    expect(given.data.giveMandate).toMatchObject({ mandate: { person: 'agent-of-002' }, userErrors: [] });
    expect((await as('person-002', GIVE, variables)).data).toEqual(given.data);
    const { edges } = (await as('agent-of-002', MINE)).data.myMandates;
    expect(edges).toMatchObject([{ node: { state: 'IN_FORCE', enterprise: { uscc } } }]);

    const stranger = await as('person-011', GIVE, { ...variables, key: 'gateway-2' });
    expect(stranger.data.giveMandate.userErrors).toEqual([{ code: 'NOT_LEGAL_REPRESENTATIVE' }]);
  });

  test('two persons who ask the same of one enterprise at once, by one client, are answered each for himself', async () => {
    const permits = graph().databases.get('permits')!.sql;
    const [row] = await graph().databases.get('enterprises')!.sql<{ uscc: string }[]>`
      select uscc from mandates where person = 'person-001' and revoked_at is null limit 1`;
    const [permit] = await permits<{ number: string }[]>`
      update permits set holder_uscc = ${row!.uscc}
      where number = (select min(number) from permits) returning number`;
    const persons = ['person-001', 'person-004', 'person-001', 'person-012'];
    const answers = await Promise.all(
      persons.map((person) => as(person, WHO_ACTS, { number: permit!.number })),
    );
    const counts = answers.map(({ data }) => data.permit.holder.mandates.totalCount as number);
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts).toEqual([counts[0], 0, counts[0], 0]);
  });

  test('whoever has not signed in is shown an enterprise without its mandates, and no list of what persons may act for', async () => {
    const { data, errors } = await ask(
      null,
      '{ enterprises(first: 1) { edges { node { name mandates { totalCount } } } } myMandates { totalCount } mandatesInForce(users: ["person-001"]) { user } }',
    );
    expect(data).toEqual({
      enterprises: { edges: [{ node: { name: expect.any(String), mandates: null } }] },
      myMandates: null,
      mandatesInForce: null,
    });
    expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['UNAUTHORIZED_FIELD']),
    );

    const IN_FORCE = '{ mandatesInForce(users: ["person-001", "nobody"]) { user mandates { uscc items } } }';
    const person = await as('person-001', IN_FORCE);
    expect(person.errors).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD' } }]);
    const resolver = await ask('resolver', IN_FORCE, {}, { scope: 'mandates:resolve' });
    expect(resolver.data.mandatesInForce).toMatchObject([
      { user: 'person-001', mandates: [{ items: null }, { items: null }] },
      { user: 'nobody', mandates: [] },
    ]);
  });
}
