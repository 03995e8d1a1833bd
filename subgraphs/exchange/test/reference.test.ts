import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './support/open-department.ts';
import { fillRegions } from './support/fill-regions.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRegions(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

function resolve(codes: unknown[], fields: string) {
  return department.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Region { ${fields} } } }`,
    { representations: codes.map((code) => ({ __typename: 'Region', code })) },
  );
}

test('a code that no longer exists keeps its level and the path that is left, without an error', async () => {
  const { data, errors } = await resolve(
    ['320502', '3205'],
    'code name fullName level source parent { name } path { code } children { totalCount }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [
      {
        code: '320502',
        name: null,
        fullName: null,
        level: 'COUNTY',
        source: null,
        parent: { name: '苏州市' },
        path: [{ code: '32' }, { code: '3205' }, { code: '320502' }],
        children: { totalCount: 0 },
      },
      {
        code: '3205',
        name: '苏州市',
        fullName: '江苏省苏州市',
        level: 'CITY',
        source: 'REGISTER',
        parent: { name: '江苏省' },
        path: [{ code: '32' }, { code: '3205' }],
        children: { totalCount: 2 },
      },
    ],
  });
});

test('a malformed code spoils its own place in the batch only', async () => {
  const { data, errors } = await resolve(['32', 'x', '44'], 'name');
  expect(data).toEqual({ _entities: [{ name: '江苏省' }, null, { name: '广东省' }] });
  expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
    [['_entities', 1], 'MALFORMED_CODE'],
  ]);
});

test.each([1, 100])(
  'the paths of %i references take two statements: the regions, and those above',
  async (times) => {
    const codes = ['320583100001', '110101', '441900003', '320583101', '320502'];
    await resolve(
      Array.from({ length: times }, (_, i) => codes[i % codes.length]),
      'fullName path { name } parent { name }',
    );
    expect(department.database.statements).toHaveLength(2);
  },
);

test.each([1, 10])('the children of %i references and their counts take three statements', async (times) => {
  const codes = ['3205', '320583', '4419', '32', '44', '11', '1101', '320506', '320583100', '320502'];
  await resolve(codes.slice(0, times), 'name children(first: 5) { totalCount edges { node { name } } }');
  expect(department.database.statements).toHaveLength(3);
});
