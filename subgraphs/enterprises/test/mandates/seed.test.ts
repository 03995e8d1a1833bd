import { createPopulation, PERSONS } from '@yiwang/population';
import { seedDatabase } from '@yiwang/subgraph-kit';
import { type OpenServedDepartment, openServedDepartment } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mandateEventRows, mandateRows } from '../../seed/mandate-rows.ts';
import { seed } from '../../seed/seed.ts';
import { contextsAt } from '../ask.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../../src/department.ts';
import type { Principal } from '../../src/mandates/authorize.ts';
import { schema } from '../../src/subgraph.ts';
import { HAN, mutation, OFFICIAL } from './open-mandates.ts';

const ROWS = [...mandateRows(createPopulation({ scale: 1 }))];

const SCALE = 0.05;
let served: OpenServedDepartment;
beforeAll(async () => {
  served = await openServedDepartment({
    name: NAME,
    migrations: MIGRATIONS,
    rights: RIGHTS,
    schema,
    createContextFactory: (db, sql) => contextsAt({ db, sql }, () => new Date('2026-01-05T02:00:00Z')),
  });
  await seedDatabase(served.database.url, NAME, SCALE, seed);
});
afterAll(() => served[Symbol.asyncDispose]());

const personOf = (user: string): Principal => ({ ...HAN, user });

async function data<Data>(caller: Principal, query: string, variables: object = {}): Promise<Data> {
  const answer = await served.ask(query, caller, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as Data;
}

test('every scale has the same mandates, down to a database of twenty enterprises', () => {
  for (const scale of [0.001, 0.05, 20]) {
    const population = createPopulation({ scale });
    expect([...mandateRows(population)]).toEqual(ROWS);
    expect([...mandateEventRows(population)]).toEqual([...mandateEventRows(createPopulation({ scale: 1 }))]);
  }
  expect([...mandateRows(createPopulation({ scale: 0.000_05 }))].length).toBeLessThan(ROWS.length);
});

test('each of a dozen persons has a mandate, and more than ten enterprises have a legal representative', async () => {
  const states: Record<string, string[]> = {};
  for (const { id } of PERSONS) {
    const { myMandates } = await data<{ myMandates: { edges: { node: { kind: string; state: string } }[] } }>(
      personOf(id),
      '{ myMandates { edges { node { kind state } } } }',
    );
    states[id] = myMandates.edges.map(
      ({ node }) => `${node.kind === 'AGENT' ? 'agent' : 'legal'} ${node.state}`,
    );
  }
  expect(Object.keys(states)).toHaveLength(12);
  expect(states).toMatchObject({
    'person-001': ['legal IN_FORCE', 'legal IN_FORCE'],
    'person-003': ['agent IN_FORCE', 'legal IN_FORCE'],
    'person-010': ['legal REVOKED'],
    'person-011': ['agent IN_FORCE', 'agent IN_FORCE'],
    'person-012': ['agent IN_FORCE', 'agent REVOKED', 'agent EXPIRED'],
  });
  expect(Object.values(states).every((of) => of.length > 0)).toBe(true);
  const represented = new Set(
    (
      await served.database.sql<{ uscc: string }[]>`
        select uscc from mandates join enterprises using (uscc)
        where kind = 'LEGAL_REPRESENTATIVE' and revoked_at is null and status = 'ACTIVE'`
    ).map(({ uscc }) => uscc),
  );
  expect(represented.size).toBe(11);
});

test('whatever has happened to a made-up mandate is told, by who may do it', async () => {
  const rows = await served.database.sql`
    select m.person, e.action, e.as, e.user from mandates m join mandate_events e on e.mandate = m.sequence
    where m.revoked_at is not null order by e.id`;
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { person: 'person-010', action: 'REGISTER', as: 'OFFICIAL', user: null },
    { person: 'person-010', action: 'REPLACE', as: 'OFFICIAL', user: null },
    { person: 'person-012', action: 'GIVE', as: 'LEGAL_REPRESENTATIVE', user: 'person-002' },
    { person: 'person-012', action: 'REVOKE', as: 'LEGAL_REPRESENTATIVE', user: 'person-002' },
  ]);
});

test('a mandate that is given afterwards has the next number', async () => {
  const { myMandates } = await data<{ myMandates: { edges: { node: { enterprise: { uscc: string } } }[] } }>(
    personOf('person-002'),
    '{ myMandates { edges { node { enterprise { uscc } } } } }',
  );
  const { uscc } = myMandates.edges[0]!.node.enterprise;
  const { answer } = await data<{ answer: { mandate: { id: string } | null } }>(
    personOf('person-002'),
    mutation('giveMandate'),
    { input: { uscc, person: 'person-007', until: '2026-12-31' }, idempotencyKey: 'k1' },
  );
  expect(answer.mandate?.id).toBe(`M-2026-${String(ROWS.length + 1).padStart(8, '0')}`);
});

test('a page of enterprises with their mandates takes the same number of statements, whatever its size', async () => {
  const page = (
    first: number,
  ) => `{ enterprises(first: ${first}, filter: { statuses: [ACTIVE] }) { edges { node { name
    mandates(first: 5, ended: true) { totalCount edges { node { state enterprise { name } history { at } } } } } } } }`;
  for (const caller of [OFFICIAL, personOf('person-001'), personOf('nobody')]) {
    const counts: number[] = [];
    for (const first of [50, 100]) {
      await data(caller, page(first));
      served.database.forgetStatements();
      await data(caller, page(first));
      counts.push(served.database.statements.length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(5);
  }
});
