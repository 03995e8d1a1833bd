import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import {
  checkSubgraphs,
  COMPOSITION_LIBRARIES,
  CompositionError,
  type Composer,
  createComposer,
  type SubgraphInput,
} from '../src/index.ts';
import { department, OPEN, realDepartments } from './support/departments.ts';

let composer: Composer;
const open = (options?: Parameters<typeof createComposer>[0]) => {
  composer = createComposer(options);
  return composer;
};
afterEach(() => composer.close());

/** Types that lead to one another in a row: the more, the longer composition takes. */
const row = (length: number): SubgraphInput =>
  department(
    'row',
    `type Query { start: T0 } ${Array.from({ length }, (_, index) => `type T${index} @key(fields: "id") ${OPEN} { id: ID! next: T${(index + 1) % length} }`).join('\n')}`,
  );

test('what the composer says is what the functions say, however often it is asked', async () => {
  const departments = realDepartments();
  const { check } = open();
  const first = await check([], departments, null);
  const tax = departments.find(({ name }) => name === 'tax')!;
  const proposed = { ...tax, sdl: tax.sdl.replace('authority: String!', 'office: String!') };

  for (let turn = 0; turn < 3; turn += 1) {
    expect(await check(departments, [proposed], first.supergraphSdl)).toEqual(
      await checkSubgraphs(departments, [proposed], first.supergraphSdl),
    );
    expect(await check(departments, [tax], first.supergraphSdl)).toMatchObject({ faults: [], changes: [] });
  }
});

test('a variant is made, and one without a query is refused there', async () => {
  const { check, contract } = open();
  const { supergraphSdl } = await check(
    [],
    [department('ships', `type Query { n: Int @tag(name: "internal") }`)],
    null,
  );

  expect(await contract(supergraphSdl!, { excludeTags: [] })).toBe(supergraphSdl);
  const refused = contract(supergraphSdl!, { excludeTags: ['internal'] });
  await expect(refused).rejects.toThrow(CompositionError);
  await expect(refused).rejects.toMatchObject({ errors: [{ code: 'NO_QUERIES' }] });
});

test('tasks that come at once are done one after the other, each with its own answer', async () => {
  const { check } = open();
  const results = await Promise.all([3, 5, 7].map((length) => check([], [row(length)], null)));

  expect(results.map(({ supergraphSdl }) => supergraphSdl!.match(/^type T\d+/gm)!.length)).toEqual([3, 5, 7]);
});

test('meanwhile the asking thread goes on', async () => {
  const { check } = open();
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 5);
  await check([], [row(300)], null);
  clearInterval(timer);

  expect(turns).toBeGreaterThan(5);
});

describe.each(COMPOSITION_LIBRARIES)('the limits of a composer hold for %s', (library) => {
  test('types in a row do not exhaust the stack', async () => {
    const { faults } = await open({ library }).check([], [row(3000)], null);

    expect(faults).toEqual([]);
  });

  test('what takes too long is a fault, and the next task is done', async () => {
    const { check } = open({ library, timeoutMs: 1500 });
    await check([], [row(3)], null);
    const { faults, supergraphSdl } = await check([], [row(8000)], null);

    expect(supergraphSdl).toBeNull();
    expect(faults).toMatchObject([
      { code: 'TIME_LIMIT', message: 'Composition took longer than 1.5 seconds.', help: expect.any(String) },
    ]);
  });

  test('what takes too much memory is a fault, and the next task is done', async () => {
    const { check } = open({ library, memoryMib: 100 });
    const { faults } = await check([], [row(12_000)], null);

    expect(faults).toMatchObject([{ code: 'MEMORY_LIMIT', help: expect.any(String) }]);
    expect((await check([], [row(3)], null)).faults).toEqual([]);
  });
});

test('a program without work is let go, and another one takes its place when there is', async () => {
  const { check } = open({ idleMs: 50 });
  await check([], [row(3)], null);
  await sleep(300);

  expect((await check([], [row(3)], null)).faults).toEqual([]);
});

test('closing rejects what is under way and what comes later', async () => {
  const { check, close } = open();
  const underWay = check([], [row(3000)], null);
  await sleep(100);
  await Promise.all([close(), expect(underWay).rejects.toThrow('The composer has ended.')]);

  await expect(check([], [row(3)], null)).rejects.toThrow('The composer is closed.');
});
