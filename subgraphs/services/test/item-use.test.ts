import { afterAll, beforeAll, expect, test } from 'vitest';
import { matterCases, matterSteps } from '../src/tables.ts';
import { BUILDING, FOUNDER, OPENING, type OpenServices, openServices } from './open-services.ts';

// In China it is March already, elsewhere February still.
const NOW = new Date('2026-02-28T16:30:00Z');

let services: OpenServices;
beforeAll(async () => {
  services = await openServices(() => NOW);
});
afterAll(() => services[Symbol.asyncDispose]());

async function read(matter: string) {
  const query = 'query ($matter: ID!) { matter(code: $matter) { papers { itemUse } steps { name item } } }';
  const { data, errors } = await services.ask(query, FOUNDER, { matter });
  expect(errors).toBeUndefined();
  return data!['matter'] as {
    papers: { itemUse: Record<string, number[]> };
    steps: { name: string; item: string | null }[];
  };
}

test('a step that is a case of an item names it by its basic code, and no other step does', async () => {
  const items = async (matter: string) => (await read(matter)).steps.map(({ name, item }) => [name, item]);
  expect(await items(OPENING)).toEqual([
    ['name', null],
    ['registration', null],
    ['tax', null],
    ['seal', '322009001000'],
    ['food', '320131004001'],
  ]);
  expect((await items(BUILDING)).map(([, item]) => item)).toEqual([null, '320115002001', '320117001001']);
});

test('applications are counted by the month of China in which they were submitted, without those that left the step out', async () => {
  const { db } = services.database;
  let number = 0;
  const applied = async (submittedAt: string | null, food: 'DONE' | 'SKIPPED', matter = OPENING) => {
    const caseNumber = `L-${(number += 1)}`;
    await db.insert(matterCases).values({
      ...{ number: caseNumber, matter, definitionVersion: 1, filedBy: 'p', applicantUser: 'p' },
      ...{ state: submittedAt === null ? 'DRAFT' : 'IN_PROGRESS', regionCode: '3204', form: {} },
      ...{ startedAt: submittedAt ?? NOW.toISOString(), startedOn: '2026-01-01', submittedAt },
      ...{ promisedDays: 3, source: 'GENERATED' },
    });
    const step = { caseNumber, department: 'permits', attempt: 1, departmentCaseVersion: 0, problems: [] };
    await db.insert(matterSteps).values([
      { ...step, name: 'seal', position: 0, state: 'DONE' },
      { ...step, name: 'food', position: 1, state: food },
    ]);
  };
  await applied('2026-02-10T00:00:00Z', 'SKIPPED');
  await applied('2026-02-28T15:59:59Z', 'DONE');
  // January's last evening in Greenwich is February in China.
  await applied('2026-01-31T16:00:00Z', 'DONE');
  await applied('2025-12-31T15:59:59Z', 'DONE');
  await applied('2023-03-31T00:00:00Z', 'DONE');
  // March, which is not over; longer ago than three years; a draft; another matter.
  await applied('2026-02-28T16:00:00Z', 'DONE');
  await applied('2023-02-28T15:59:59Z', 'DONE');
  await applied(null, 'DONE');
  await applied('2026-02-10T00:00:00Z', 'DONE', BUILDING);

  const { itemUse } = (await read(OPENING)).papers;
  const counts = (item: string) => itemUse[item]!.flatMap((count, i) => (count > 0 ? [[i, count]] : []));
  expect(Object.keys(itemUse)).toEqual(['322009001000', '320131004001']);
  expect(itemUse['322009001000']).toHaveLength(36);
  expect(counts('322009001000')).toEqual([
    [0, 3],
    [2, 1],
    [35, 1],
  ]);
  expect(counts('320131004001')).toEqual([
    [0, 2],
    [2, 1],
    [35, 1],
  ]);
  // No step of it is there.
  const { itemUse: works } = (await read(BUILDING)).papers;
  expect(
    Object.values(works)
      .flat()
      .every((count) => count === 0),
  ).toBe(true);
});
