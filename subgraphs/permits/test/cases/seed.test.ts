import { createPopulation } from '@yiwang/population';
import { seedDatabase } from '@yiwang/subgraph-kit';
import { CASE_STATES } from '@yiwang/subgraph-kit/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filedCases } from '../../seed/filed-cases.ts';
import { formOf } from '../../seed/forms.ts';
import { matterCasesOf } from '../../seed/matter-case-rows.ts';
import { seed } from '../../seed/seed.ts';
import { NAME } from '../../src/department.ts';
import { checkForm } from '@yiwang/subgraph-kit/forms';
import { openServed } from '../ask.ts';
import { OFFICIAL } from './open-cases.ts';

let served: Awaited<ReturnType<typeof openServed>>;
beforeAll(async () => {
  served = await openServed(() => new Date('2025-12-31T04:00:00Z'));
  await seedDatabase(served.database.url, NAME, 0.01, seed);
});
afterAll(() => served[Symbol.asyncDispose]());

const filed = filedCases(createPopulation({ scale: 0.01 }));

test('cases are made up in every state, with sound answers, and with a timeline that leads to it', async () => {
  expect(new Set(filed.map(({ facts }) => facts.state))).toEqual(new Set(CASE_STATES));
  for (const { offer, answers } of filed) expect(checkForm(formOf(offer), answers)).toEqual([]);
  const ofMatters = matterCasesOf(createPopulation({ scale: 0.1 }));
  expect(ofMatters.length).toBeGreaterThan(50);
  for (const { offer, form } of ofMatters) expect(checkForm(formOf(offer), form!)).toEqual([]);
  const [odd] = await served.database.sql<{ count: number }[]>`
    select count(*)::int as count from cases
    where filed_by is not null and (
      version <> (select count(*) from case_events where case_number = cases.number)
      or state <> (select "to" from case_events where case_number = cases.number order by sequence desc limit 1)
      or (decision is not distinct from 'GRANTED') <> exists (select from permits where case_number = cases.number))`;
  expect(odd!.count).toBe(0);
});

test('a made-up person finds her cases, goes on with a draft, and an official finds what is to be done', async () => {
  const draft = filed.find(({ facts }) => facts.state === 'DRAFT')!;
  const who = {
    client: 'portal',
    user: draft.person,
    mandates: [{ id: 'M', uscc: draft.enterprise.uscc, items: null }],
  };
  const mine = await served.ask(
    '{ myCases(filter: { states: [DRAFT] }) { edges { node { number version form formSchema } } } }',
    who,
  );
  expect(mine).toMatchObject({
    data: { myCases: { edges: [{ node: { number: draft.number, form: draft.answers } }] } },
  });
  const submitted = await served.ask(
    `mutation { submitCase(number: "${draft.number}", expectedVersion: 1, idempotencyKey: "1") {
      case { state } userErrors { code } } }`,
    who,
  );
  expect(submitted).toEqual({ data: { submitCase: { case: { state: 'SUBMITTED' }, userErrors: [] } } });

  const official = { ...OFFICIAL, user: 'official-001' };
  const inbox = await served.ask(
    '{ caseInbox { totalCount edges { node { number state actBy } } } }',
    official,
  );
  const open = filed.filter(({ facts }) => facts.actBy !== null).length + 1;
  expect(inbox).toMatchObject({ data: { caseInbox: { totalCount: open } } });
});
