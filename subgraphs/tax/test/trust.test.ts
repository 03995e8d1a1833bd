import { type OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { granted } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServed } from './ask.ts';
import { BUSY, fillBooks, OLD } from './fixture.ts';

let served: OpenServedDepartment;
beforeAll(async () => {
  served = await openServed();
  await fillBooks(served.database);
});
afterAll(() => served[Symbol.asyncDispose]());

const ARREARS = ['Taxpayer.arrears', 'TaxArrears.totalCny'];
const TWO = `{ a: taxpayer(id: "${BUSY}") { arrears { totalCny } } b: taxpayer(id: "${OLD}") { name arrears { totalCny } } }`;

test('taxes of a taxpayer are read by whoever was granted them, in the regions of the grant', async () => {
  expect(await served.ask(TWO, granted(ARREARS))).toEqual({
    data: {
      a: { arrears: { totalCny: '90071992549909.43' } },
      b: { name: '景德镇市伟雁水暖器材物资有限公司', arrears: { totalCny: '0.00' } },
    },
  });

  const { data, errors } = await served.ask(TWO, granted(ARREARS, ['32']));
  expect(data).toEqual({
    a: { arrears: { totalCny: '90071992549909.43' } },
    b: { name: '景德镇市伟雁水暖器材物资有限公司', arrears: null },
  });
  expect(errors).toMatchObject([{ path: ['b', 'arrears'], extensions: { code: 'OUTSIDE_GRANT' } }]);
});

test('they are read by nobody else, be it beneath a search or a reference', async () => {
  for (const query of [
    TWO,
    '{ taxpayers(first: 1) { edges { node { arrears { totalCny } } } } }',
    `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${BUSY}" }]) { ... on Enterprise { taxpayer { payments { edges { node { amountCny } } } } } } }`,
  ]) {
    const { data, errors } = await served.ask(query, granted(['Taxpayer.arrears']));
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test('who acts for a taxpayer reads its taxes without a grant, and those of no other', async () => {
  const agent = { client: 'portal', user: 'alice', mandates: [{ id: 'M1', uscc: BUSY, items: null }] };
  const { data, errors } = await served.ask(TWO, agent);
  expect(data).toEqual({
    a: { arrears: { totalCny: '90071992549909.43' } },
    b: { name: '景德镇市伟雁水暖器材物资有限公司', arrears: null },
  });
  expect(errors).toMatchObject([{ path: ['b', 'arrears'], extensions: { code: 'OUTSIDE_GRANT' } }]);
  for (const other of [
    { ...agent, mandates: [] },
    { ...agent, user: null },
  ]) {
    expect((await served.ask(TWO, other)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  // An agent for one matter only reads nothing of tax.
  const limited = { ...agent, mandates: [{ id: 'M1', uscc: BUSY, items: ['000126001000'] }] };
  expect((await served.ask(TWO, limited)).data).toMatchObject({ a: { arrears: null }, b: { arrears: null } });
  expect(await taxpayersFound('grade: A', agent)).toEqual([]);
});

const GRADES = ['Taxpayer.creditGrades', 'CreditGrade.grade', 'CreditGrade.year'];

async function taxpayersFound(filter: string, assertion: Parameters<typeof served.ask>[1]) {
  const query = `{ taxpayers(filter: { ${filter} }) { totalCount edges { node { id } } } }`;
  const { data, errors } = await served.ask(query, assertion);
  if (errors) return errors[0]!.extensions!['code'];
  const { totalCount, edges } = data!['taxpayers'] as {
    totalCount: number;
    edges: { node: { id: string } }[];
  };
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.id);
}

test('whoever may not read grades finds nobody by them, but who stands in the public list of A', async () => {
  for (const filter of [
    'grade: B',
    'year: 2023',
    'grade: A',
    'grade: A, year: 2024',
    'grade: B, region: "32"',
  ]) {
    expect([filter, await taxpayersFound(filter, {})]).toEqual([filter, 'FORBIDDEN']);
  }
  expect(await taxpayersFound('grade: B', granted(['CreditGrade.grade']))).toBe('FORBIDDEN');
  expect(await taxpayersFound('aListYear: 2024', {})).toEqual([BUSY]);
  expect(await taxpayersFound('aListYear: 2023', {})).toEqual([]);
});

test('a grant for some regions finds by grades there only', async () => {
  expect(await taxpayersFound('grade: A', granted(GRADES))).toEqual([BUSY, OLD]);
  expect(await taxpayersFound('grade: A', granted(GRADES, ['36']))).toEqual([OLD]);
  expect(await taxpayersFound('grade: A, year: 2018', granted(GRADES, ['32']))).toEqual([]);
  expect(await taxpayersFound('aListYear: 2018', granted(GRADES, ['32']))).toEqual([OLD]);
});

test('arguments of a field that is granted do not tell others of its rows', async () => {
  const fields = [
    'Taxpayer.creditGrade',
    'CreditGrade.grade',
    'Taxpayer.declarations',
    'TaxDeclaration.taxCny',
  ];
  const asked = (inner: string) => `{ taxpayer(id: "${BUSY}") { ${inner} } }`;
  const byYear = asked('creditGrade(year: 2023) { grade }');
  const byKind = asked('declarations(kind: STAMP_DUTY) { edges { node { taxCny } } }');
  const byTime = asked('declarations(to: "2024-12-31") { edges { node { taxCny } } }');
  for (const query of [byYear, byKind, byTime]) {
    expect((await served.ask(query, granted(fields))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  const all = [
    ...fields,
    'CreditGrade.year',
    'TaxDeclaration.kind',
    'TaxDeclaration.period',
    'TaxPeriod.endsOn',
  ];
  for (const query of [byYear, byKind, byTime]) {
    expect((await served.ask(query, granted(all))).errors).toBeUndefined();
  }
  const elsewhere = {
    ...granted(all),
    reads: [...granted(fields).reads, ...granted(all.slice(4), ['36']).reads],
  };
  expect((await served.ask(byYear, elsewhere)).errors).toMatchObject([
    { extensions: { code: 'OUTSIDE_GRANT' } },
  ]);
});
