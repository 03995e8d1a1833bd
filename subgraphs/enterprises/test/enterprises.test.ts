import { openTestDatabase, type TestDatabase } from '@yiwang/testing';
import { graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createContextFactory } from '../src/context.ts';
import { MIGRATIONS } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';

let database: TestDatabase;
let createContext: ReturnType<typeof createContextFactory>;

beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  createContext = createContextFactory(database.db);
  await database.sql`
    insert into enterprises (uscc, name, search_name, status, region_code, industry_code, capital_amount, capital_currency,
      capital_text, registered_on, parent_uscc, source) values
    ('91320000608950987L', '江苏一号有限公司', '江苏一号有限公司', 'ACTIVE', '320102', '65', 1000000, 'CNY', '100(万元人民币)', '2001-02-03', null, 'REGISTER'),
    ('9132070070404786XB', '连云港京桥（集团）公司', '连云港京桥(集团)公司', 'REVOKED', '320703', '2611', null, null, null, null, null, 'REGISTER'),
    ('914403001922038216', '华为技术有限公司', '华为技术有限公司', 'ACTIVE', '440307', '39', null, null, null, '1987-09-15', '91320000608950987L', 'REGISTER')`;
  await database.sql`insert into industries (code, level, parent_code, name) values ('I', 1, null, '信息'), ('65', 2, 'I', '软件')`;
  await database.sql`insert into former_names (uscc, name, until) values ('91320000608950987L', '旧名', '2005-01-01')`;
  await database.sql`insert into registration_changes (uscc, changed_on, item, before, after) values
    ('91320000608950987L', '2005-01-01', 'NAME', '旧名', '江苏一号有限公司'), ('91320000608950987L', '2006-01-01', 'STATUS', null, 'ACTIVE')`;
  await database.sql`refresh materialized view enterprise_counts`;
});
beforeEach(() => database.forgetStatements());
afterAll(() => database[Symbol.asyncDispose]());

const ask = (source: string) => graphql({ schema, source, contextValue: createContext() });

test('an enterprise shows its registration, industry, former names and changes', async () => {
  const result = await ask(`{ enterprise(uscc: "91320000608950987l") {
    name status registeredOn registeredCapital { amount currency text } industry { name parent { name } } region { code }
    formerNames { name until } changes(first: 1) { totalCount edges { node { item changedOn } } pageInfo { hasNextPage } }
    branches { totalCount edges { node { name parent { uscc } } } } } }`);
  expect(result).toMatchObject({
    data: {
      enterprise: {
        name: '江苏一号有限公司',
        registeredCapital: { amount: '1000000', currency: 'CNY' },
        industry: { name: '软件', parent: { name: '信息' } },
        region: { code: '320102' },
        formerNames: [{ name: '旧名', until: '2005-01-01' }],
        changes: { totalCount: 2, edges: [{ node: { item: 'STATUS' } }], pageInfo: { hasNextPage: true } },
        branches: {
          totalCount: 1,
          edges: [{ node: { name: '华为技术有限公司', parent: { uscc: '91320000608950987L' } } }],
        },
      },
    },
  });
});
