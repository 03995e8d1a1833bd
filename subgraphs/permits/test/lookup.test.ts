import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BUILDER, CONSULTING, FOOD, fillRegister, RESTAURANT } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRegister(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

test('a service item shows its department and its whole guide', async () => {
  const { data, errors } = await department.ask(`{ serviceItem(code: "${FOOD}") {
    code basicCode name mainItem type noVisit source region { code } department { code name }
    guide { basis conditions materials { name originals copies fromSharedData }
      statutoryDays promisedDays visits feeCny onlineDepth levels }
  } }`);

  expect(errors).toBeUndefined();
  expect(data!['serviceItem']).toEqual({
    code: FOOD,
    basicCode: '320131004001',
    name: '食品经营许可（新办）',
    mainItem: '食品经营许可',
    type: 'LICENCE',
    noVisit: true,
    source: 'GENERATED',
    region: { code: '32' },
    department: { code: '11320000YW0000311U', name: '江苏省市场监督管理局' },
    guide: {
      basis: '《中华人民共和国食品安全法》第三十五条',
      conditions: ['有制度'],
      materials: [{ name: '平面图', originals: 1, copies: 2, fromSharedData: false }],
      statutoryDays: 20,
      promisedDays: 5,
      visits: 0,
      feeCny: '0.50',
      onlineDepth: 7,
      levels: ['COUNTY'],
    },
  });
});

test('an item of a register without guides has none, and its visits are not known', async () => {
  const { data } = await department.ask(
    `{ serviceItem(code: "${CONSULTING}") { basicCode mainItem noVisit guide { visits } source } }`,
  );
  expect(data!['serviceItem']).toEqual({
    basicCode: null,
    mainItem: null,
    noVisit: null,
    guide: null,
    source: 'REGISTER',
  });
});

test('a code in full width and lower case with blanks finds the service item', async () => {
  const { data } = await department.ask('query ($code: ID!) { serviceItem(code: $code) { code } }', {
    code: ` ５12c0053300008-511602000000-000-115113010833722043-1-00 `,
  });
  expect(data).toEqual({ serviceItem: { code: CONSULTING } });
});

test('a case shows its applicant, its events with their days, and its permit', async () => {
  const { data, errors } = await department.ask(`{ case(number: "a-0001") {
    number state decision receivedOn dueOn decidedOn source region { code } applicant { uscc } serviceItem { name }
    timeline { on step note } permit { number case { number } }
  } }`);

  expect(errors).toBeUndefined();
  expect(data!['case']).toEqual({
    number: 'A-0001',
    state: 'DELIVERED',
    decision: 'GRANTED',
    receivedOn: '2024-02-28',
    dueOn: '2024-03-06',
    decidedOn: '2024-03-01',
    source: 'GENERATED',
    region: { code: '320102' },
    applicant: { uscc: RESTAURANT },
    serviceItem: { name: '食品经营许可（新办）' },
    timeline: [
      { on: '2024-02-28', step: 'SUBMITTED', note: null },
      { on: '2024-02-29', step: 'RETURNED', note: '申请材料不齐全' },
      { on: '2024-03-01', step: 'GRANTED', note: null },
      { on: '2024-03-02', step: 'DELIVERED', note: null },
    ],
    permit: { number: 'JY13201020001', case: { number: 'A-0001' } },
  });
});

test('an open case has no permit and no day of decision', async () => {
  const { data } = await department.ask(
    '{ case(number: "A-0002") { state decision dueOn decidedOn permit { number } } }',
  );
  expect(data!['case']).toEqual({
    state: 'SUBMITTED',
    decision: null,
    dueOn: null,
    decidedOn: null,
    permit: null,
  });
});

test('a permit, even one whose number holds Chinese, shows its holder and how it stood on any day', async () => {
  const { data, errors } = await department.ask(`{ permit(number: "（苏）sg〔2023〕1") {
    name issuingAuthority validFrom validUntil endedOn region { code } holder { uscc } serviceItem { name }
    before: status(on: "2023-01-03") during: status(on: "2024-05-31") after: status(on: "2024-06-01") today: status
  } }`);

  expect(errors).toBeUndefined();
  expect(data!['permit']).toEqual({
    name: '建筑工程施工许可证',
    issuingAuthority: '南京市住房和城乡建设局',
    validFrom: '2023-01-04',
    validUntil: null,
    endedOn: '2024-06-01',
    region: { code: '3201' },
    holder: { uscc: BUILDER },
    serviceItem: { name: '建筑工程施工许可（新办）' },
    before: 'NOT_YET_VALID',
    during: 'VALID',
    after: 'REVOKED',
    today: 'REVOKED',
  });
});

test.each([
  ['NOT_FOUND', '{ serviceItem(code: "511Z07001006-511602000000-000-11511301008778183N-1-00") { name } }'],
  ['NOT_FOUND', '{ case(number: "A-9999") { state } }'],
  ['NOT_FOUND', '{ permit(number: "JY00000000000") { name } }'],
  ['MALFORMED_CODE', '{ serviceItem(code: "x!") { name } }'],
  ['MALFORMED_CODE', `{ serviceItem(code: "${'5'.repeat(101)}") { name } }`],
  ['MALFORMED_CODE', '{ case(number: "") { state } }'],
  ['MALFORMED_CODE', '{ permit(number: "JY1\\u00003201020001") { name } }'],
  ['INVALID_DATE', '{ permit(number: "JY13201020001") { status(on: "2026-02-30") } }'],
])('%s for %s', async (code, source) => {
  expect(await department.codeOf(source)).toBe(code);
});
