import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  codeOf,
  newName,
  openRegistrations,
  type OpenRegistrations,
  OTHER_CLIENT,
  SERVICES,
} from './open-registrations.ts';

let open: OpenRegistrations;
beforeAll(async () => {
  open = await openRegistrations();
});
beforeEach(() => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
});
afterAll(() => open[Symbol.asyncDispose]());

const heldOf = (name: string) =>
  open.served.database.sql`select id from name_reservations where name = ${name} and ended is null`;

test('a name is reserved for thirty days, as it is written down', async () => {
  const { reservation, userErrors } = await open.reserve({ name: ' 江苏ＡＢ(南京)测试有限公司 ' });
  expect(userErrors).toEqual([]);
  expect(reservation).toEqual({
    id: expect.stringMatching(/^N-\d{8}$/) as string,
    name: '江苏AB（南京）测试有限公司',
    until: '2026-04-01',
  });
});

test.each([
  ['of an enterprise', '江苏一号有限公司'],
  ['of an enterprise, in another width and with other brackets', '连云港京桥(集团)公司'],
])('the name %s is taken', async (_whose, name) => {
  expect(codeOf(await open.reserve({ name }))).toBe('NAME_TAKEN');
});

test('the name of an enterprise that is deregistered is free', async () => {
  await open.served.database.sql`
    insert into enterprises (uscc, name, search_name, status, source)
    values ('91350100M000100Y43', '已注销测试有限公司', '已注销测试有限公司', 'DEREGISTERED', 'REGISTER')`;
  expect((await open.reserve({ name: '已注销测试有限公司' })).userErrors).toEqual([]);
});

test('a reserved name is taken for all clients, its own among them, until it is released or its last day is over', async () => {
  const name = '江苏宽度Ａ测试有限公司';
  const first = (await open.reserve({ name })).reservation!;
  expect(codeOf(await open.reserve({ name: '江苏宽度a测试有限公司' }, { who: OTHER_CLIENT }))).toBe(
    'NAME_TAKEN',
  );
  expect(codeOf(await open.reserve({ name }))).toBe('NAME_TAKEN');
  await open.release(first.id);
  const second = (await open.reserve({ name }, { who: OTHER_CLIENT })).reservation!;
  open.clock.now = new Date('2026-04-01T15:59:00Z');
  expect(codeOf(await open.reserve({ name }))).toBe('NAME_TAKEN');
  open.clock.now = new Date('2026-04-01T16:01:00Z');
  const third = (await open.reserve({ name })).reservation!;
  expect(new Set([first.id, second.id, third.id]).size).toBe(3);
  expect(await heldOf(third.name)).toHaveLength(1);
});

test('of twenty callers at once for one name exactly one gets it', async () => {
  for (let round = 0; round < 3; round++) {
    const name = newName();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => open.reserve({ name }, { who: i % 2 ? SERVICES : OTHER_CLIENT })),
    );
    expect(outcomes.filter(({ reservation }) => reservation !== null)).toHaveLength(1);
    expect(outcomes.filter((outcome) => codeOf(outcome) === 'NAME_TAKEN')).toHaveLength(19);
    expect(await heldOf(name)).toHaveLength(1);
  }
});

test('of twenty calls at once with one key one reserves, and all are given it; with other input the key is refused', async () => {
  const [name, key] = [newName(), 'L1/name'];
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => open.reserve({ name }, { key })));
  expect(new Set(outcomes.map(({ reservation }) => reservation?.id)).size).toBe(1);
  expect(codeOf(await open.reserve({}, { key }))).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(codeOf(await open.reserve({}, { key: 'with blank' }))).toBe('MALFORMED_IDEMPOTENCY_KEY');
});

test.each([
  ['too few Chinese characters', { name: '测试AB' }, 'MALFORMED_NAME'],
  ['too many characters', { name: '测'.repeat(101) }, 'MALFORMED_NAME'],
  ['a line break', { name: '江苏测试\n有限公司<b>' }, 'MALFORMED_NAME'],
  ['a province as its region', { region: '32' }, 'UNKNOWN_REGION'],
  ['a region that does not exist', { region: '329999' }, 'UNKNOWN_REGION'],
  ['an empty reference', { reference: ' ' }, 'MALFORMED_TEXT'],
])('a name with %s is refused', async (_what, input, code) => {
  expect(codeOf(await open.reserve(input))).toBe(code);
});

test('releasing a name twice, or what was never reserved, or by another client, does nothing and is no error', async () => {
  const { id, name } = (await open.reserve()).reservation!;
  expect(await open.release(id, { who: OTHER_CLIENT })).toEqual({ reservation: null, userErrors: [] });
  expect(await heldOf(name)).toHaveLength(1);
  for (const key of ['L1/name/undo', 'L1/name/undo', 'another']) {
    expect(await open.release(id, { key })).toMatchObject({ reservation: { id }, userErrors: [] });
  }
  expect(await heldOf(name)).toEqual([]);
  expect(await open.release('N-99999999')).toEqual({ reservation: null, userErrors: [] });
});

test('a name that a case uses is not released, and does not expire, until the case is over', async () => {
  const { id, name } = (await open.reserve()).reservation!;
  const filed = (await open.file({ reservation: id })).case!;
  expect(codeOf(await open.release(id))).toBe('NAME_IN_USE');
  open.clock.now = new Date('2026-06-01T02:00:00Z');
  expect(codeOf(await open.reserve({ name }))).toBe('NAME_TAKEN');
  await open.act(SERVICES, 'withdrawFiledRegistration', { number: filed.number });
  expect((await open.release(id)).userErrors).toEqual([]);
  expect((await open.reserve({ name })).userErrors).toEqual([]);
});

test('reserving and releasing need the scope matters:run', async () => {
  const without = { ...SERVICES, scopes: [] };
  await expect(open.reserve({}, { who: without })).rejects.toThrow('FORBIDDEN');
  await expect(open.release('N-00000001', { who: without })).rejects.toThrow('FORBIDDEN');
});
