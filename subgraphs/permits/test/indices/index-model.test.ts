import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIndexEntries } from '../../src/indices/index-entries.ts';
import { createServiceIndices, type IndexPartModel, partsOf } from '../../src/indices/service-indices.ts';
import { MIGRATIONS } from '../../src/department.ts';
import { catalogueItems } from '../../src/items/item-tables.ts';
import { cases, serviceItems } from '../../src/tables.ts';

// Items and cases are made up at random, and the indices are compared with a model that counts them one by one.

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
});
afterAll(() => database[Symbol.asyncDispose]());

const REGIONS = ['32', '3201', '320102', '320104', '3202', '320205', '33', null] as const;
const BASIC = ['320131004001', '320131004002', '320131004003'] as const;
const DAYS = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'] as const;

const item = fc.record({
  regionCode: fc.constantFrom(...REGIONS),
  basicCode: fc.constantFrom(...BASIC, null, '999999999999'),
  name: fc.constantFrom('甲', '乙'),
  onlineDepth: fc.constantFrom(null, 1, 4, 5, 8),
  visits: fc.constantFrom(null, 0, 1),
  departmentCode: fc.constantFrom(null, 'YW0001'),
});
const request = fc.record({
  regionCode: fc.constantFrom(...REGIONS),
  receivedOn: fc.constantFrom(...DAYS),
  filed: fc.constantFrom('ONLINE', 'ELSEWHERE', 'DRAFT'),
  decidedOn: fc.constantFrom(null, ...DAYS),
  dueOn: fc.constantFrom(null, ...DAYS),
  rating: fc.constantFrom(null, 1, 4, 5),
});
type Item = typeof item extends fc.Arbitrary<infer One> ? One : never;
type Request = typeof request extends fc.Arbitrary<infer One> ? One : never;

const LEVELS = [['PROVINCE'], null, ['CITY', 'COUNTY']] as const;
const levelOf = (code: string) => ({ 2: 'PROVINCE', 4: 'CITY', 6: 'COUNTY' })[code.length];
const inMarch = (day: string | null) => day?.startsWith('2026-03') ?? false;

/** What the schema says, item by item and case by case, of the things that are in a region. */
function model(
  items: readonly Item[],
  requests: readonly Request[],
  isHere: (region: string | null) => boolean,
) {
  const here = items.filter(({ regionCode }) => isHere(regionCode));
  const of = <One>(all: readonly One[], counts: (one: One) => boolean) => [
    all.filter(counts).length,
    all.length,
  ];
  const received = requests.filter(
    (one) => isHere(one.regionCode) && inMarch(one.receivedOn) && one.filed !== 'DRAFT',
  );
  const decided = requests.filter((one) => isHere(one.regionCode) && inMarch(one.decidedOn));
  const pairs = [...new Set(here.map(({ regionCode }) => regionCode!))].flatMap((region) =>
    BASIC.flatMap((basic, i) =>
      LEVELS[i] === null || (LEVELS[i] as readonly string[] | undefined)?.includes(levelOf(region)!)
        ? [{ region, basic }]
        : [],
    ),
  );
  return {
    ONLINE: of(here, ({ onlineDepth }) => (onlineDepth ?? 0) >= 4),
    COUNTER: of(here, ({ visits, departmentCode }) => visits !== null && departmentCode !== null),
    SAME_AS_CATALOGUE: of(
      here,
      ({ basicCode, name }) => BASIC.includes(basicCode as '320131004001') && name === '甲',
    ),
    HANDLED_ONLINE: of(here, ({ onlineDepth }) => (onlineDepth ?? 0) >= 5),
    NO_VISIT: of(here, ({ visits }) => visits === 0),
    OFFERED: of(pairs, ({ region, basic }) =>
      items.some(({ regionCode, basicCode }) => regionCode === region && basicCode === basic),
    ),
    FILED_ONLINE: of(received, ({ filed }) => filed === 'ONLINE'),
    IN_TIME: of(
      decided.filter(({ dueOn }) => dueOn !== null),
      ({ dueOn, decidedOn }) => decidedOn! <= dueOn!,
    ),
    SATISFIED: of(
      decided.filter(({ rating }) => rating !== null),
      ({ rating }) => rating! >= 4,
    ),
  };
}

async function store(items: readonly Item[], requests: readonly Request[]): Promise<void> {
  const { db, sql } = database;
  await sql`truncate service_items, catalogue_items, cases cascade`;
  const type = 'LICENCE' as const;
  await db.insert(catalogueItems).values(
    BASIC.map((basicCode, i) => ({
      ...{ basicCode, name: '甲', searchName: '甲', type, source: 'GENERATED' as const, basis: null },
      levels: LEVELS[i] ? [...LEVELS[i]] : null,
    })),
  );
  if (items.length > 0) {
    await db.insert(serviceItems).values(
      items.map((one, i) => ({
        ...{
          ...one,
          code: `ITEM${i}`,
          searchName: one.name,
          type,
          departmentName: '局',
          source: 'REGISTER' as const,
        },
      })),
    );
  }
  if (requests.length === 0) return;
  await db.insert(cases).values(
    requests.map(({ filed, decidedOn, ...one }, i) => ({
      ...{ ...one, number: `CASE-${i}`, decidedOn, decision: decidedOn && ('GRANTED' as const) },
      state: filed === 'DRAFT' ? ('DRAFT' as const) : ('DELIVERED' as const),
      filedBy: filed === 'ELSEWHERE' ? null : 'person-001',
      submittedAt: filed === 'ONLINE' ? '2026-03-01T00:00:00Z' : null,
      ...{ serviceItemCode: null, timeline: [], source: 'GENERATED' as const },
    })),
  );
}

const ITEM_NAMES = ['ONLINE', 'COUNTER', 'SAME_AS_CATALOGUE', 'HANDLED_ONLINE', 'NO_VISIT'] as const;
const CASE_NAMES = ['FILED_ONLINE', 'IN_TIME', 'SATISFIED'] as const;

test('indices are what a count one by one says, between 0 and 1, the sum of what is beneath, and as many as stand behind them', async () => {
  const { db } = database;
  const indices = createServiceIndices(db, () => new Date('2026-03-15T00:00:00Z'));
  const entries = createIndexEntries(db);
  const page = { first: 100 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 12 }),
      fc.array(request, { maxLength: 25 }),
      fc.constantFrom('32', '3201', '320102', '34'),
      async (items, requests, region) => {
        await store(items, requests);
        const found = indices(region, '2026-03');
        const parts: IndexPartModel[] = [
          ...partsOf(found, await found.count('items'), ITEM_NAMES),
          ...partsOf(found, await found.count('coverage'), ['OFFERED']),
          ...partsOf(found, await found.count('cases'), CASE_NAMES),
        ];
        const counted = Object.fromEntries(
          parts.map(({ name, numerator, denominator }) => [name, [numerator, denominator]]),
        );
        expect(counted).toEqual(model(items, requests, (code) => code?.startsWith(region) ?? false));
        for (const part of parts) {
          expect(part.numerator).toBeGreaterThanOrEqual(0);
          expect(part.numerator).toBeLessThanOrEqual(part.denominator);
          const isOfCases = (CASE_NAMES as readonly string[]).includes(part.name);
          const behind = (counts: boolean) =>
            isOfCases
              ? entries.cases(part as IndexPartModel<'IN_TIME'>, counts, page)
              : entries.items(part as IndexPartModel<'ONLINE'>, counts, page);
          const [yes, no] = [await behind(true), await behind(false)];
          expect([yes.rows.length, await yes.countAll()]).toEqual([part.numerator, part.numerator]);
          expect(no.rows.length).toBe(part.denominator - part.numerator);
        }
        for (const by of ['CITY', 'COUNTY'] as const) {
          const children = await found.compare(by);
          if (children.length === 0) continue;
          for (const source of ['items', 'coverage', 'cases'] as const) {
            const all = await Promise.all(children.map((child) => child.count(source)));
            for (const part of parts.filter(({ name }) => name in Object.assign({}, ...all))) {
              const sum = all.reduce((total, one) => total + (one[part.name]?.denominator ?? 0), 0);
              const counting = all.reduce((total, one) => total + (one[part.name]?.numerator ?? 0), 0);
              expect([part.name, counting, sum]).toEqual([part.name, part.numerator, part.denominator]);
            }
          }
        }
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
