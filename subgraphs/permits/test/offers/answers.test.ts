import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AGENT, CITIZEN, FORMER_OWNER, OTHER_AGENT, OWNER, STRANGER } from '../cases/open-cases.ts';
import { FOOD, openOffers, type OpenOffers, RESTAURANT } from './open-offers.ts';

let open: OpenOffers;
beforeAll(async () => {
  open = await openOffers();
  await open.publish();
});
let id: string;
beforeEach(async () => {
  await open.forget();
  open.world.enterprises = [{ uscc: RESTAURANT, aListYears: [2025] }];
  await open.run();
  id = (await open.mine(OWNER))[0]!.id;
  open.world.asked.length = 0;
});
afterAll(() => open[Symbol.asyncDispose]());

const codesOf = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);
const casesOf = () =>
  open.served.database
    .sql`select number, state from cases where source = 'GRAPH' and received_on >= '2026-03-02'`;
const cleared = async () => {
  const { sql } = open.served.database;
  await sql`delete from case_prefills`;
  await sql`delete from case_events`;
  await sql`delete from cases where source = 'GRAPH'`;
};
beforeEach(() => cleared());

test('one mutation accepts an offer: a case is submitted, with the form filled in, and both name each other', async () => {
  const { offer, case: made, userErrors } = await open.answer(OWNER, 'acceptOffer', id);
  expect(userErrors).toEqual([]);
  expect(made).toMatchObject({
    ...{ state: 'SUBMITTED', form: { kind: 'RESTAURANT', contact: '金陵饭店' }, offer: { id } },
    prefill: [{ field: 'contact', state: 'FOUND', value: '金陵饭店' }],
  });
  expect(offer).toMatchObject({ state: 'ACCEPTED', version: 2, case: { number: made!.number } });
  expect(open.world.asked[0]!.purpose).toMatchObject({ caseNumber: id });
  expect(await casesOf()).toHaveLength(1);
  // A later run leaves it alone.
  expect(await open.run()).toMatchObject({ offered: 0, withdrawn: 0 });
  expect((await open.mine(OWNER))[0]).toMatchObject({ id, state: 'ACCEPTED' });
});

test('with the same key it is accepted once, and with another one not again', async () => {
  const first = await open.answer(OWNER, 'acceptOffer', id, { key: 'once' });
  expect(await open.answer(OWNER, 'acceptOffer', id, { key: 'once' })).toEqual(first);
  expect(codesOf(await open.answer(OWNER, 'acceptOffer', id, { key: 'once', version: 2 }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED',
  ]);
  expect(codesOf(await open.answer(OWNER, 'acceptOffer', id))).not.toEqual([]);
  expect(codesOf(await open.answer(OWNER, 'declineOffer', id, { version: 2 }))).toEqual(['WRONG_STATE']);
  expect(await casesOf()).toHaveLength(1);
});

test('of several at once one is accepted', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => open.answer(OWNER, 'acceptOffer', id)));
  expect(all.filter(({ case: made }) => made !== null)).toHaveLength(1);
  expect(await casesOf()).toMatchObject([{ state: 'SUBMITTED' }]);
});

test('what breaks off between the draft and its submission goes on with the same draft', async () => {
  const { sql } = open.served.database;
  // Whatever keeps the case from being submitted.
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`;
  await sql`create trigger refuse before update on cases for each row execute function refuse()`;
  await expect(open.answer(OWNER, 'acceptOffer', id, { key: 'again' })).rejects.toThrow();
  await sql`drop trigger refuse on cases`;
  await sql`drop function refuse`;
  const [draft] = await casesOf();
  expect(draft).toMatchObject({ state: 'DRAFT' });
  expect((await open.mine(OWNER))[0]).toMatchObject({ state: 'OFFERED', case: null });
  const { case: made } = await open.answer(AGENT, 'acceptOffer', id, { key: 'again' });
  expect(made).toMatchObject({ number: draft!['number'], state: 'SUBMITTED' });
});

test('a draft that its applicant withdrew is not gone on with: another one is begun', async () => {
  const { sql } = open.served.database;
  await sql`update offers set case_number = '32000020260302-990000'`;
  await sql`
    insert into cases (number, version, state, filed_by, applicant_uscc, service_item_code, form_version, received_on, source)
    values ('32000020260302-990000', 2, 'WITHDRAWN', 'person-001', ${RESTAURANT}, ${FOOD}, 2, '2026-03-02', 'GRAPH')`;
  const { case: made, offer } = await open.answer(OWNER, 'acceptOffer', id);
  expect(made!.number).not.toBe('32000020260302-990000');
  expect(offer!.case).toMatchObject({ number: made!.number, state: 'SUBMITTED' });
});

test('an offer whose enterprise is not entitled any more is withdrawn, although its case was begun', async () => {
  await open.served.database.sql`update offers set case_number = '32000020260302-990001'`;
  open.world.enterprises = [];
  expect(await open.run()).toMatchObject({ withdrawn: 1 });
  expect(codesOf(await open.answer(OWNER, 'acceptOffer', id, { version: 2 }))).toEqual(['WRONG_STATE']);
  expect(await casesOf()).toEqual([]);
});

test('answers of the applicant go before those that are filled in', async () => {
  const { case: made } = await open.answer(OWNER, 'acceptOffer', id, { form: { contact: '李四' } });
  expect(made!.form).toEqual({ kind: 'RESTAURANT', contact: '李四' });
});

test('a form that cannot be completed is refused, and leaves no draft', async () => {
  const { data } = await open.ask(
    OWNER,
    `mutation { payload: acceptOffer(id: "${id}", form: { contact: 17 }, expectedVersion: 1, idempotencyKey: "wrong") { case { number } userErrors { code field } } }`,
  );
  expect(data.payload).toMatchObject({
    case: null,
    userErrors: [{ code: 'MALFORMED_FORM', field: ['form', 'contact'] }],
  });
  expect(await casesOf()).toEqual([]);
});

test('an offer that is declined is not made again', async () => {
  expect(await open.answer(OWNER, 'declineOffer', id, { key: 'no' })).toMatchObject({
    ...{ offer: { state: 'DECLINED', version: 2 }, case: null, userErrors: [] },
  });
  expect((await open.answer(OWNER, 'declineOffer', id, { key: 'no' })).userErrors).toEqual([]);
  expect(codesOf(await open.answer(OWNER, 'acceptOffer', id, { version: 2 }))).toEqual(['WRONG_STATE']);
  await open.run();
  expect((await open.mine(OWNER))[0]).toMatchObject({ id, state: 'DECLINED' });
});

test('an offer holds through its last day, and has expired then', async () => {
  open.clock.now = new Date('2026-04-01T15:59:00Z');
  expect((await open.mine(OWNER, '(filter: { states: [OFFERED] })'))[0]).toMatchObject({ state: 'OFFERED' });
  open.clock.now = new Date('2026-04-01T16:01:00Z');
  expect(codesOf(await open.answer(OWNER, 'acceptOffer', id))).toEqual(['DAY_PASSED']);
  expect(await open.mine(OWNER, '(filter: { states: [OFFERED] })')).toEqual([]);
  expect((await open.mine(OWNER, '(filter: { states: [EXPIRED] })'))[0]).toMatchObject({ state: 'EXPIRED' });
  open.world.enterprises = [];
  await open.run();
  expect((await open.stored())[0]).toMatchObject({ state: 'EXPIRED' });
});

test('whoever saw another version of the offer is told so', async () => {
  expect(codesOf(await open.answer(OWNER, 'acceptOffer', id, { version: 2 }))).toEqual(['STALE_VERSION']);
  expect(codesOf(await open.answer(OWNER, 'declineOffer', id, { version: 2 }))).toEqual(['STALE_VERSION']);
  expect(await casesOf()).toEqual([]);
});

test('an offer of a version that was superseded cannot be accepted', async () => {
  await open.publish();
  expect(codesOf(await open.answer(OWNER, 'acceptOffer', id))).toEqual(['WRONG_STATE']);
  expect(await casesOf()).toEqual([]);
});

test('offers are told to who acts for the enterprise in the matter, and to nobody else', async () => {
  expect(await open.mine(AGENT)).toHaveLength(1);
  for (const who of [STRANGER, OTHER_AGENT, CITIZEN, FORMER_OWNER]) {
    expect(await open.mine({ ...who, mandates: who === FORMER_OWNER ? [] : who.mandates! })).toEqual([]);
    const { userErrors, offer } = await open.answer(
      { ...who, mandates: who === FORMER_OWNER ? [] : who.mandates! },
      'acceptOffer',
      id,
    );
    expect([codesOf({ userErrors }), offer]).toEqual([['UNKNOWN_OFFER'], null]);
  }
  await expect(open.mine({ client: 'portal' })).rejects.toThrow(/UNAUTHENTICATED|FORBIDDEN/);
  expect(codesOf(await open.answer(STRANGER, 'declineOffer', 'OF-2026-99999999'))).toEqual(['UNKNOWN_OFFER']);
  expect(codesOf(await open.answer(OWNER, 'declineOffer', "x' or 1=1"))).toEqual(['UNKNOWN_OFFER']);
});

test('Enterprise.offers is own data', async () => {
  const query = `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${RESTAURANT}" }]) {
    ... on Enterprise { offers { totalCount edges { node { id state serviceItem { code } } } } } } }`;
  expect((await open.ask(OWNER, query)).data).toEqual({
    _entities: [
      { offers: { totalCount: 1, edges: [{ node: { id, state: 'OFFERED', serviceItem: { code: FOOD } } }] } },
    ],
  });
  for (const who of [STRANGER, CITIZEN, OTHER_AGENT, {}]) {
    expect(JSON.stringify(await open.ask(who, query))).not.toContain('OF-');
  }
});
