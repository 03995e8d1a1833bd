import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BUSY, fillBooks, OLD, QUIET } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillBooks(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

const ENTITIES = (selection: string) =>
  `query ($asked: [_Any!]!) { _entities(representations: $asked) { ${selection} } }`;

test('enterprises find their taxpayers in their order by one statement, unknown ones null', async () => {
  const { data, errors } = await department.ask(ENTITIES('... on Enterprise { taxpayer { name } }'), {
    asked: [QUIET, '91350100M000100Y43', BUSY].map((uscc) => ({ __typename: 'Enterprise', uscc })),
  });

  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [
      { taxpayer: { name: '连云港京桥（集团）公司' } },
      { taxpayer: null },
      { taxpayer: { name: '江苏一号有限公司' } },
    ],
  });
  expect(department.database.statements).toHaveLength(1);
});

test('references to taxpayers are answered in their order by one statement, unknown ones null', async () => {
  const { data } = await department.ask(ENTITIES('... on Taxpayer { name }'), {
    asked: [OLD, '360206000000000', BUSY].map((id) => ({ __typename: 'Taxpayer', id })),
  });

  expect(data).toEqual({
    _entities: [{ name: '景德镇市伟雁水暖器材物资有限公司' }, null, { name: '江苏一号有限公司' }],
  });
  expect(department.database.statements).toHaveLength(1);
});

test('regions count the taxpayers of their whole subtree by one statement, and nought where there are none', async () => {
  const { data } = await department.ask(ENTITIES('... on Region { code taxpayerCount }'), {
    asked: ['32', '3201', '3207', '36', '360206', '11'].map((code) => ({ __typename: 'Region', code })),
  });

  expect(data).toEqual({
    _entities: [
      { code: '32', taxpayerCount: 2 },
      { code: '3201', taxpayerCount: 0 },
      { code: '3207', taxpayerCount: 1 },
      { code: '36', taxpayerCount: 1 },
      { code: '360206', taxpayerCount: 1 },
      { code: '11', taxpayerCount: 0 },
    ],
  });
  expect(department.database.statements).toHaveLength(1);
});
