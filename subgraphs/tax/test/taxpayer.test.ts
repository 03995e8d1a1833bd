import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BUSY, fillBooks, OLD, QUIET } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillBooks(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

async function taxpayer(id: string, fields: string) {
  const { data, errors } = await department.ask(`{ taxpayer(id: "${id}") { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data!['taxpayer'] as Record<string, unknown>;
}

test('a taxpayer shows its office, region, enterprise, credit and taxes', async () => {
  const found = await taxpayer(
    BUSY,
    `id name authority region { code } enterprise { uscc } source
     creditGrades { year grade authority source } creditGrade { year } aListYears
     taxKinds { kind filingPeriod since }`,
  );

  expect(found).toEqual({
    id: BUSY,
    name: '江苏一号有限公司',
    authority: '江苏省税务局',
    region: { code: '32' },
    enterprise: { uscc: BUSY },
    source: 'GENERATED',
    creditGrades: [
      { year: 2024, grade: 'A', authority: '江苏省税务局', source: 'GENERATED' },
      { year: 2023, grade: 'B', authority: '江苏省税务局', source: 'GENERATED' },
    ],
    creditGrade: { year: 2024 },
    aListYears: [2024],
    taxKinds: [
      { kind: 'VALUE_ADDED_TAX', filingPeriod: 'MONTHLY', since: '2016-05-01' },
      { kind: 'STAMP_DUTY', filingPeriod: 'YEARLY', since: '2016-05-01' },
    ],
  });
});

test('declarations come last period first, with the period in words and days and exact amounts', async () => {
  const { declarations } = await taxpayer(
    BUSY,
    'declarations { totalCount edges { node { kind taxableCny taxCny filedOn period { label startsOn endsOn } } } }',
  );

  const year = { label: '2024', startsOn: '2024-01-01', endsOn: '2024-12-31' };
  expect(declarations).toEqual({
    totalCount: 5,
    edges: [
      {
        kind: 'CORPORATE_INCOME_TAX',
        taxableCny: '0.00',
        taxCny: '0.00',
        filedOn: '2025-04-12',
        period: { label: '2025Q1', startsOn: '2025-01-01', endsOn: '2025-03-31' },
      },
      {
        kind: 'DEED_TAX',
        taxableCny: '900.01',
        taxCny: '27.00',
        filedOn: '2025-03-14',
        period: { label: '2025-03-14', startsOn: '2025-03-14', endsOn: '2025-03-14' },
      },
      // Of periods that end together the longest comes first.
      { kind: 'STAMP_DUTY', taxableCny: '1000000.10', taxCny: '300.00', filedOn: '2025-01-10', period: year },
      {
        kind: 'URBAN_LAND_USE_TAX',
        taxableCny: null,
        taxCny: '4000.00',
        filedOn: '2025-01-10',
        period: year,
      },
      {
        kind: 'VALUE_ADDED_TAX',
        taxableCny: '123456789012345.67',
        taxCny: '16049382571604.94',
        filedOn: '2025-01-11',
        period: { label: '2024-12', startsOn: '2024-12-01', endsOn: '2024-12-31' },
      },
    ].map((node) => ({ node })),
  });
});

test.each<[args: string, labels: string[]]>([
  ['kind: STAMP_DUTY', ['2024']],
  ['from: "2025-01-01"', ['2025Q1', '2025-03-14']],
  ['from: "2024-12-31", to: "2025-03-14"', ['2025-03-14', '2024', '2024', '2024-12']],
  ['to: "2024-12-30"', []],
])('declarations(%s) gives those periods and their number', async (args, labels) => {
  const { declarations } = await taxpayer(
    BUSY,
    `declarations(${args}) { totalCount edges { node { period { label } } } }`,
  );
  expect(declarations).toEqual({
    totalCount: labels.length,
    edges: labels.map((label) => ({ node: { period: { label } } })),
  });
});

test.each(['declarations', 'payments'])(
  'pages of %s follow each other without a gap or a repeat',
  async (field) => {
    const read = async (args: string) =>
      (
        await taxpayer(
          BUSY,
          `${field}${args} { totalCount edges { cursor node { kind } } pageInfo { hasNextPage endCursor } }`,
        )
      )[field] as {
        totalCount: number;
        edges: { cursor: string; node: { kind: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    const whole = await read('');
    const walked: string[] = [];
    for (let after = ''; ;) {
      const page = await read(`(first: 1${after})`);
      walked.push(...page.edges.map(({ node }) => node.kind));
      expect(page.totalCount).toBe(whole.totalCount);
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(walked).toEqual(whole.edges.map(({ node }) => node.kind));
    expect(walked).toHaveLength(whole.totalCount);
  },
);

test('payments come last one first, with all 18 digits of the certificate', async () => {
  const { payments } = await taxpayer(
    BUSY,
    'payments(first: 2) { totalCount edges { node { number paidOn amountCny period { label } } } }',
  );
  expect(payments).toEqual({
    totalCount: 3,
    edges: [
      {
        number: '332250300000000103',
        paidOn: '2025-03-14',
        amountCny: '27.00',
        period: { label: '2025-03-14' },
      },
      { number: '332250100000000102', paidOn: '2025-01-10', amountCny: '1500.50', period: { label: '2024' } },
    ].map((node) => ({ node })),
  });
});

test('arrears are summed to the fen, beyond what a floating-point number holds', async () => {
  const { arrears } = await taxpayer(BUSY, 'arrears { totalCny items { kind amountCny since } }');
  expect(arrears).toEqual({
    totalCny: '90071992549909.43',
    items: [
      { kind: 'VALUE_ADDED_TAX', amountCny: '90071992547409.93', since: '2025-01-16' },
      { kind: 'URBAN_LAND_USE_TAX', amountCny: '2499.50', since: '2025-01-16' },
    ],
  });
});

test.each<[args: string, months: string[]]>([
  ['', ['2025-03-01', '2025-02-01', '2025-01-01']],
  ['(from: "2025-02-17")', ['2025-03-01', '2025-02-01']],
  ['(to: "2025-02-17")', ['2025-02-01', '2025-01-01']],
  ['(from: "2025-02-28", to: "2025-02-28")', ['2025-02-01']],
])('invoiceTotals%s gives the months that hold the days and all between', async (args, months) => {
  const { invoiceTotals } = await taxpayer(BUSY, `invoiceTotals${args} { month count amountCny taxCny }`);
  expect((invoiceTotals as { month: string }[]).map(({ month }) => month)).toEqual(months);
  expect(invoiceTotals).not.toContainEqual(expect.objectContaining({ count: 0 }));
});

test('what tax does not hold is empty, not an error', async () => {
  expect(
    await taxpayer(
      QUIET,
      `creditGrades { year } creditGrade { year } taxKinds { kind } declarations { totalCount edges { cursor } }
       payments { totalCount pageInfo { hasNextPage endCursor } } arrears { totalCny items { kind } } invoiceTotals { month }`,
    ),
  ).toEqual({
    creditGrades: [],
    creditGrade: null,
    taxKinds: [],
    declarations: { totalCount: 0, edges: [] },
    payments: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } },
    arrears: { totalCny: '0.00', items: [] },
    invoiceTotals: [],
  });
});

test('an old number names no enterprise, and of two offices the one in charge grades first', async () => {
  expect(
    await taxpayer(
      OLD,
      'enterprise { uscc } region { code } source creditGrades { authority } creditGrade(year: 2018) { authority }',
    ),
  ).toEqual({
    enterprise: null,
    region: { code: '360206' },
    source: 'REGISTER',
    creditGrades: [{ authority: '景德镇税务局' }, { authority: '江苏省税务局' }],
    creditGrade: { authority: '景德镇税务局' },
  });
});

test('a number in full width and lower case finds the taxpayer', async () => {
  expect(await taxpayer(' ９１３２００００608950987l', 'id')).toEqual({ id: BUSY });
});

test.each<[code: string, source: string]>([
  ['NOT_FOUND', '{ taxpayer(id: "91350100M000100Y43") { id } }'],
  ['NOT_FOUND', '{ taxpayer(id: "360206550875726") { id } }'],
  ['MALFORMED_CODE', '{ taxpayer(id: "91350100M000100Y4Z") { id } }'],
  ['MALFORMED_CODE', '{ taxpayer(id: "36020655087572") { id } }'],
  ['MALFORMED_CODE', '{ taxpayer(id: "36020655087572！") { id } }'],
  ['MALFORMED_CODE', '{ taxpayer(id: "") { id } }'],
  ['INVALID_ARGUMENT', `{ taxpayer(id: "${BUSY}") { declarations(first: 0) { totalCount } } }`],
  ['INVALID_ARGUMENT', `{ taxpayer(id: "${BUSY}") { payments(first: 101) { totalCount } } }`],
  ['INVALID_ARGUMENT', `{ taxpayer(id: "${BUSY}") { creditGrade(year: 20240) { grade } } }`],
  ['INVALID_DATE', `{ taxpayer(id: "${BUSY}") { invoiceTotals(from: "2026-02-30") { month } } }`],
  [
    'CONTRADICTORY_FILTER',
    `{ taxpayer(id: "${BUSY}") { invoiceTotals(from: "2025-02-01", to: "2025-01-31") { month } } }`,
  ],
  [
    'CONTRADICTORY_FILTER',
    `{ taxpayer(id: "${BUSY}") { declarations(from: "2025-02-01", to: "2025-01-31") { totalCount } } }`,
  ],
  ['MALFORMED_CURSOR', `{ taxpayer(id: "${BUSY}") { declarations(after: "x") { totalCount } } }`],
  ['MALFORMED_CURSOR', `{ taxpayer(id: "${BUSY}") { payments(after: "") { totalCount } } }`],
  ...[
    '["payments","2025-01-01","1.5"]',
    '["payments","2025-02-30","1"]',
    '["declarations","2025-01-01","YEARLY","VALUE_ADDED_TAX"]',
  ].map((text): [string, string] => [
    'MALFORMED_CURSOR',
    `{ taxpayer(id: "${BUSY}") { payments(after: "${Buffer.from(text).toString('base64url')}") { totalCount } } }`,
  ]),
])('%s for %s', async (code, source) => {
  expect(await department.codeOf(source)).toBe(code);
});
