import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BRANCH, fillRegister, PARENT, REVOKED } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRegister(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

test('an enterprise shows its registration, industry, former names, changes and branches', async () => {
  const { data, errors } = await department.ask(`{ enterprise(uscc: "${PARENT}") {
    name status registeredOn registeredCapital { amount currency text } industry { name parent { name } } region { code }
    formerNames { name until }
    changes(first: 1) { totalCount edges { node { item changedOn } } pageInfo { hasNextPage } }
    branches { totalCount edges { node { uscc parent { uscc } } } }
  } }`);

  expect(errors).toBeUndefined();
  expect(data!['enterprise']).toEqual({
    name: '江苏一号有限公司',
    status: 'ACTIVE',
    registeredOn: '2001-02-03',
    registeredCapital: { amount: '1000000', currency: 'CNY', text: '100(万元人民币)' },
    industry: { name: '软件和信息技术服务业', parent: { name: '信息传输、软件和信息技术服务业' } },
    region: { code: '320102' },
    formerNames: [{ name: '旧名有限公司', until: '2005-01-01' }],
    changes: {
      totalCount: 2,
      edges: [{ node: { item: 'STATUS', changedOn: '2006-01-01' } }],
      pageInfo: { hasNextPage: true },
    },
    branches: { totalCount: 1, edges: [{ node: { uscc: BRANCH, parent: { uscc: PARENT } } }] },
  });
});

test('a code in full width and lower case finds the enterprise', async () => {
  const { data } = await department.ask('query ($uscc: USCC!) { enterprise(uscc: $uscc) { uscc } }', {
    uscc: ' ９１３２００００608950987l',
  });
  expect(data).toEqual({ enterprise: { uscc: PARENT } });
});

test('what the register does not hold is null', async () => {
  const { data } = await department.ask(
    `{ enterprise(uscc: "${REVOKED}") { type { name } registeredCapital { text } registeredOn industry { code } parent { uscc } } }`,
  );
  expect(data!['enterprise']).toEqual({
    type: null,
    registeredCapital: null,
    registeredOn: null,
    industry: null,
    parent: null,
  });
});

test('another department’s references are answered in their order by one statement, unknown ones with null', async () => {
  const { data, errors } = await department.ask(
    'query ($asked: [_Any!]!) { _entities(representations: $asked) { ... on Enterprise { name } } }',
    { asked: [BRANCH, '91350100M000100Y43', PARENT].map((uscc) => ({ __typename: 'Enterprise', uscc })) },
  );

  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [{ name: '江苏一号有限公司深圳分公司' }, null, { name: '江苏一号有限公司' }],
  });
  expect(department.database.statements).toHaveLength(1);
});

test('regions count the enterprises of their whole subtree by one statement, and nought where there are none', async () => {
  const { data } = await department.ask(
    'query ($asked: [_Any!]!) { _entities(representations: $asked) { ... on Region { code enterpriseCount } } }',
    { asked: ['32', '3201', '320703', '44', '11'].map((code) => ({ __typename: 'Region', code })) },
  );

  expect(data).toEqual({
    _entities: [
      { code: '32', enterpriseCount: 2 },
      { code: '3201', enterpriseCount: 1 },
      { code: '320703', enterpriseCount: 1 },
      { code: '44', enterpriseCount: 1 },
      { code: '11', enterpriseCount: 0 },
    ],
  });
  expect(department.database.statements).toHaveLength(1);
});
