import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BUSY, fillRecords, QUIET } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRecords(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

const ENTITIES = (selection: string) =>
  `query ($asked: [_Any!]!) { _entities(representations: $asked) { ${selection} } }`;

test('the records of many enterprises take two statements in all: pages and counts', async () => {
  const { data, errors } = await department.ask(
    ENTITIES('... on Enterprise { servicesRecords(first: 1) { totalCount edges { node { number } } } }'),
    { asked: [QUIET, BUSY].map((uscc) => ({ __typename: 'Enterprise', uscc })) },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [
      { servicesRecords: { totalCount: 0, edges: [] } },
      { servicesRecords: { totalCount: 3, edges: [{ node: { number: 'R1' } }] } },
    ],
  });
  expect(department.database.statements).toHaveLength(2);
});

test('references to records are answered in their order by one statement, unknown ones null', async () => {
  const { data } = await department.ask(ENTITIES('... on ServicesRecord { title }'), {
    asked: ['R2', 'R9', 'R1'].map((number) => ({ __typename: 'ServicesRecord', number })),
  });
  expect(data).toEqual({ _entities: [{ title: '二号档案' }, null, { title: '一号档案' }] });
  expect(department.database.statements).toHaveLength(1);
});
