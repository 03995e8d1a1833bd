import { seedDatabase } from '@yiwang/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';
import { NAME } from '../src/department.ts';
import { type Department, openDepartment } from './ask.ts';
import { BUILDER, BUILDING, FOOD, fillRegister, IDLE, RESTAURANT } from './fixture.ts';

let department: Department;
afterAll(() => department.database[Symbol.asyncDispose]());

const entities = (fields: string) =>
  `query ($asked: [_Any!]!) { _entities(representations: $asked) { ${fields} } }`;
const references = (usccs: string[]) => ({
  asked: usccs.map((uscc) => ({ __typename: 'Enterprise', uscc })),
});

describe('over a small register', () => {
  beforeAll(async () => {
    department = await openDepartment();
    await fillRegister(department.database);
  });

  test('enterprises show their permits and cases newest first, and empty pages where there are none', async () => {
    const { data, errors } = await department.ask(
      entities(`... on Enterprise {
        permits(first: 1) { totalCount edges { node { number } } pageInfo { hasNextPage } }
        cases { totalCount edges { node { number } } pageInfo { hasNextPage endCursor } }
      }`),
      references([IDLE, RESTAURANT, BUILDER]),
    );

    expect(errors).toBeUndefined();
    expect(data!['_entities']).toMatchObject([
      {
        permits: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false } },
        cases: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
      },
      {
        permits: {
          totalCount: 2,
          edges: [{ node: { number: 'JY13201020001' } }],
          pageInfo: { hasNextPage: true },
        },
        cases: {
          totalCount: 2,
          edges: [{ node: { number: 'A-0002' } }, { node: { number: 'A-0001' } }],
        },
      },
      {
        permits: { totalCount: 1, edges: [{ node: { number: '(苏)SG〔2023〕1' } }] },
        cases: { totalCount: 1, edges: [{ node: { number: 'A-0003' } }] },
      },
    ]);
    expect(department.database.statements).toHaveLength(4);
  });

  test.each([
    ['permits', ['JY13201020001', 'JY13201020000']],
    ['cases', ['A-0002', 'A-0001']],
  ])('pages of %s follow each other without a gap or a repeat', async (field, numbers) => {
    const page = async (after: string | null) => {
      const { data, errors } = await department.ask(
        `query ($asked: [_Any!]!, $after: String) { _entities(representations: $asked) { ... on Enterprise {
          page: ${field}(first: 1, after: $after) { edges { cursor node { number } } pageInfo { hasNextPage endCursor } } } } }`,
        { ...references([RESTAURANT]), after },
      );
      expect(errors).toBeUndefined();
      const [entity] = data!['_entities'] as [{ page: Page }];
      return entity.page;
    };
    interface Page {
      edges: { cursor: string; node: { number: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    }

    const first = await page(null);
    expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: first.edges[0]!.cursor });
    const second = await page(first.pageInfo.endCursor);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([first, second].map(({ edges }) => edges[0]!.node.number)).toEqual(numbers);
  });

  test.each([
    ['INVALID_ARGUMENT', 'permits(first: 0) { totalCount }'],
    ['INVALID_ARGUMENT', 'cases(first: 101) { totalCount }'],
    ['MALFORMED_CURSOR', 'permits(after: "") { edges { cursor } }'],
    [
      'MALFORMED_CURSOR',
      `cases(after: "${Buffer.from('["permits","2020-01-01","1"]').toString('base64url')}") { edges { cursor } }`,
    ],
  ])('%s for %s', async (code, field) => {
    expect(
      await department.codeOf(entities(`... on Enterprise { ${field} }`), references([RESTAURANT])),
    ).toBe(code);
  });

  test('references to items, cases and permits are answered in their order by one statement a type', async () => {
    const { data, errors } = await department.ask(
      entities('... on ServiceItem { name } ... on Case { state } ... on Permit { validUntil }'),
      {
        asked: [
          { __typename: 'Permit', number: 'JY13201020001' },
          { __typename: 'ServiceItem', code: BUILDING },
          { __typename: 'Case', number: 'A-0002' },
          { __typename: 'ServiceItem', code: 'NO-SUCH-ITEM' },
          { __typename: 'ServiceItem', code: FOOD },
        ],
      },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [
        { validUntil: '2029-02-28' },
        { name: '建筑工程施工许可（新办）' },
        { state: 'SUBMITTED' },
        null,
        { name: '食品经营许可（新办）' },
      ],
    });
    expect(department.database.statements).toHaveLength(3);
  });

  test('a malformed reference is refused at its own place, and the others are answered', async () => {
    const { data, errors } = await department.ask(
      entities('... on Permit { name } ... on ServiceItem { name }'),
      {
        asked: [
          { __typename: 'Permit', number: '\u0000' },
          { __typename: 'Permit', number: 'JY13201020001' },
          { __typename: 'ServiceItem', code: '!' },
        ],
      },
    );
    expect(data).toEqual({ _entities: [null, { name: '食品经营许可证' }, null] });
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['_entities', 0], 'MALFORMED_CODE'],
      [['_entities', 2], 'MALFORMED_CODE'],
    ]);
  });

  test('regions count the permits of their whole subtree by one statement, in any form of their code', async () => {
    const { data } = await department.ask(entities('... on Region { permitCount }'), {
      asked: ['32', '320000', '3201', '320102', '44'].map((code) => ({ __typename: 'Region', code })),
    });

    expect(data).toEqual({ _entities: [3, 3, 3, 2, 0].map((permitCount) => ({ permitCount })) });
    expect(department.database.statements).toHaveLength(1);
  });
});

describe('over a generated register', () => {
  beforeAll(async () => {
    await department.database[Symbol.asyncDispose]();
    department = await openDepartment();
    await seedDatabase(department.database.url, NAME, 0.2, seed);
  });

  test('50 enterprises with all that they applied for and hold take no more than a statement for each field', async () => {
    const holders = await department.database.sql<{ uscc: string }[]>`
      select holder_uscc as uscc from permits group by holder_uscc order by count(*) desc, holder_uscc limit 50`;
    const usccs = holders.map(({ uscc }) => uscc);
    const everything = entities(`... on Enterprise {
      permits(first: 10) { totalCount edges { node { status serviceItem { name guide { visits } } case { state decision } } } }
      cases(first: 10) { totalCount edges { node { timeline { step } serviceItem { name } permit { number } } } }
    }`);

    const { data, errors } = await department.ask(everything, references(usccs));
    expect(errors).toBeUndefined();
    expect(data!['_entities']).toHaveLength(50);
    // Pages and counts of both lists, and permits, cases, events of cases and items beneath: items are asked
    // from both lists, in one statement or two as their pages arrive together or not.
    expect(department.database.statements.length).toBeLessThanOrEqual(9);
  });
});
