import fc from 'fast-check';
import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema } from '../src/serve/build-schema.ts';
import { aggregate } from '../src/trust/aggregates.ts';
import { callerOfAssertion, PUBLIC_CALLER } from '../src/trust/caller.ts';

interface Area {
  cases: number;
}

const schema = buildSchema(new URL('fixtures/aggregates.graphql', import.meta.url), {
  Query: { area: (_root: unknown, area: Area) => area },
  Area: {
    name: () => 'a',
    caseCount: ({ cases }: Area) => cases,
    strictCount: async ({ cases }: Area) => cases,
    averageAge: ({ cases }: Area) => aggregate(41.5, cases),
    openCount: ({ cases }: Area) => cases,
  },
});

const readsCases = (regions: readonly string[] | null) =>
  callerOfAssertion({
    ...{ client: 'court', user: null, department: null, scopes: [], purpose: null, requestId: '' },
    reads: [{ coordinate: 'Case.text', grant: 'G', regions: regions as string[] | null }],
  });

async function ask(cases: number, caller = PUBLIC_CALLER, aggregateMinimum?: number) {
  const source = `{ area(cases: ${cases}) { caseCount strictCount averageAge openCount } }`;
  const contextValue = { caller, ...(aggregateMinimum && { aggregateMinimum }) };
  const { data, errors = [] } = await graphql({ schema, source, contextValue });
  const area = { ...(data!['area'] as object) } as Record<string, number | null>;
  return { area, errors: errors.map(({ path, extensions }) => [path!.at(-1), extensions['code']]) };
}

test('an aggregate over few subjects is null with TOO_FEW_SUBJECTS, and a count is rounded', async () => {
  expect(await ask(3)).toEqual({
    area: { caseCount: null, strictCount: null, averageAge: null, openCount: 3 },
    errors: ['caseCount', 'averageAge', 'strictCount'].map((name) => [name, 'TOO_FEW_SUBJECTS']),
  });
  expect((await ask(0)).area).toEqual({ caseCount: 0, strictCount: 0, averageAge: 41.5, openCount: 0 });
  expect((await ask(23)).area).toEqual({ caseCount: 25, strictCount: 20, averageAge: 41.5, openCount: 23 });
  expect((await ask(7, PUBLIC_CALLER, 10)).area['caseCount']).toBeNull();
});

test('whoever may read what it is made from, everywhere, sees it as it is', async () => {
  expect(await ask(3, readsCases(null))).toEqual({
    area: { caseCount: 3, strictCount: 3, averageAge: 41.5, openCount: 3 },
    errors: [],
  });
  expect((await ask(3, readsCases(['32']))).area['caseCount']).toBeNull();
});

test('one case more or less shows in no difference of two counts but by a whole step', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 5, max: 500 }),
      fc.integer({ min: 5, max: 500 }),
      async (whole, part) => {
        const [one, other] = await Promise.all([ask(whole), ask(part)]);
        expect(Math.abs(one.area['caseCount']! - other.area['caseCount']!) % 5).toBe(0);
      },
    ),
    { numRuns: 50 },
  );
});
