import { afterAll, beforeAll, expect, test } from 'vitest';
import { FOOD, OFFICIAL, type OpenCases, openCases, OWNER } from './open-cases.ts';

let open: OpenCases;
const on = (day: string) => {
  open.clock.now = new Date(`${day}T02:00:00Z`);
};

/** Submits on a day, accepts on the next, and decides on another. */
async function decided(
  region: string,
  days: readonly [string, string, string],
  decision: object,
): Promise<string> {
  on(days[0]);
  const { number } = (await open.start(OWNER, { region })).case!;
  await open.act(OWNER, 'submitCase', number);
  on(days[1]);
  await open.act(OFFICIAL, 'acceptCase', number);
  await open.act(OFFICIAL, 'startCaseReview', number);
  on(days[2]);
  await open.act(OFFICIAL, 'decideCase', number, decision);
  return number;
}

beforeAll(async () => {
  open = await openCases();
  await decided('320102', ['2026-03-02', '2026-03-03', '2026-03-05'], { decision: 'GRANTED' });
  await decided('320104', ['2026-03-02', '2026-03-03', '2026-03-20'], {
    decision: 'DENIED',
    reason: '不符合',
  });
  await decided('3202', ['2026-03-30', '2026-03-31', '2026-04-01'], { decision: 'GRANTED' });
  on('2026-04-02');
  const { number } = (await open.start(OWNER)).case!;
  await open.act(OWNER, 'submitCase', number);
  await open.act(OFFICIAL, 'acceptCase', number);
  await open.act(OFFICIAL, 'extendCase', number, { days: 3, reason: '复杂' });
  await open.act(OFFICIAL, 'startCaseReview', number);
  await open.act(OFFICIAL, 'suspendCase', number, { reason: '核查' });
  on('2026-04-03');
  await open.act(OFFICIAL, 'resumeCase', number);
  await open.act(OFFICIAL, 'decideCase', number, { decision: 'GRANTED' });
  // Withdrawn and undecided cases are not counted.
  await open.start(OWNER);
  on('2026-04-30');
});
afterAll(() => open[Symbol.asyncDispose]());

const hours = (count: number) => expect.closeTo(count, 2) as number;

async function count(args: string, who = OFFICIAL) {
  const { data, errors } = await open.served.ask(
    `{ timeLimitStatistics(${args}) { month region { code } serviceItem { code } decided granted overdue extended suspended
      applicantHours officialHours suspendedHours } }`,
    who,
  );
  return { found: data?.['timeLimitStatistics'] ?? null, code: errors?.[0]?.extensions.code };
}

test('what was decided is counted by month, city and item, with the hours of applicant, office and suspension', async () => {
  const { found } = await count('from: "2026-03-01", until: "2026-04-30"');
  const common = { serviceItem: { code: FOOD }, extended: 0, suspended: 0, suspendedHours: 0 };
  expect(found).toEqual([
    {
      ...common,
      month: '2026-03',
      region: { code: '3201' },
      decided: 2,
      granted: 1,
      overdue: 1,
      applicantHours: hours(0),
      officialHours: hours((3 * 24 + 18 * 24) / 2),
    },
    {
      ...common,
      month: '2026-04',
      region: { code: '3201' },
      decided: 1,
      granted: 1,
      overdue: 0,
      extended: 1,
      suspended: 1,
      applicantHours: hours(0),
      officialHours: hours(0),
      suspendedHours: hours(24),
    },
    {
      ...common,
      month: '2026-04',
      region: { code: '3202' },
      decided: 1,
      granted: 1,
      overdue: 0,
      applicantHours: hours(0),
      officialHours: hours(48),
    },
  ]);
});

test.each([
  ['a region', 'from: "2026-03-01", until: "2026-04-30", region: "3202"', 1],
  ['an item', `from: "2026-03-01", until: "2026-04-30", item: "${FOOD}"`, 3],
  ['an item without cases', 'from: "2026-03-01", until: "2026-04-30", item: "NONE"', 0],
  ['a month', 'from: "2026-03-01", until: "2026-03-31"', 1],
  ['the last day', 'from: "2026-04-03", until: "2026-04-03"', 1],
])('it is counted for %s', async (_what, args, entries) => {
  expect((await count(args)).found).toHaveLength(entries);
});

test.each([
  ['a period that ends before it begins', 'from: "2026-04-02", until: "2026-04-01"', 'INVALID_ARGUMENT'],
  ['three years', 'from: "2024-01-01", until: "2026-12-31"', 'INVALID_ARGUMENT'],
])('%s is refused', async (_what, args, code) => {
  expect(await count(args)).toEqual({ found: null, code });
});

test('only officials count', async () => {
  const args = 'from: "2026-03-01", until: "2026-04-30"';
  for (const who of [OWNER, { ...OFFICIAL, department: 'tax' }, { ...OFFICIAL, user: null }]) {
    expect(await count(args, who)).toEqual({ found: null, code: 'FORBIDDEN' });
  }
});
