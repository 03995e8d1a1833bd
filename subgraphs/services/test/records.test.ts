import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BUSY, fillRecords } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRecords(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

test('a record is found by its number', async () => {
  const { data, errors } = await department.ask(
    '{ servicesRecord(number: "R1") { title issuedOn holder { uscc } source } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    servicesRecord: {
      title: '一号档案',
      issuedOn: '2024-03-01',
      holder: { uscc: BUSY },
      source: 'GENERATED',
    },
  });
});

test('a number that no record has is NOT_FOUND', async () => {
  expect(await department.codeOf('{ servicesRecord(number: "R9") { title } }')).toBe('NOT_FOUND');
});

test('records are listed by number, page by page', async () => {
  const page = `query ($after: String) { servicesRecords(first: 2, after: $after) {
    totalCount edges { node { number } } pageInfo { hasNextPage endCursor }
  } }`;
  const { data: first } = await department.ask(page);
  expect(first).toMatchObject({
    servicesRecords: {
      totalCount: 3,
      edges: [{ node: { number: 'R1' } }, { node: { number: 'R2' } }],
      pageInfo: { hasNextPage: true },
    },
  });
  const { endCursor } = (first as { servicesRecords: { pageInfo: { endCursor: string } } }).servicesRecords
    .pageInfo;
  const { data: second } = await department.ask(page, { after: endCursor });
  expect(second).toMatchObject({
    servicesRecords: { edges: [{ node: { number: 'R3' } }], pageInfo: { hasNextPage: false } },
  });
});

test.each([
  ['a page of more than 100', '{ servicesRecords(first: 101) { totalCount } }', 'INVALID_ARGUMENT'],
  ['a forged cursor', '{ servicesRecords(after: "x") { edges { cursor } } }', 'MALFORMED_CURSOR'],
])('%s is refused', async (_what, query, code) => {
  expect(await department.codeOf(query)).toBe(code);
});
