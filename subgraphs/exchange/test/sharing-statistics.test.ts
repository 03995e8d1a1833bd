import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  FIELDS,
  FISHERIES,
  HARBOURS,
  LAKE,
  openSharing,
  type OpenSharing,
  POND,
} from './support/open-sharing.ts';
import { fisheries } from './support/subgraphs.ts';

let sharing: OpenSharing;
const at = (moment: string) => {
  sharing.clock.now = new Date(moment);
};

const SHARES = 'fields unconditional conditional notShared granted unconditionalShare sharedShare';
const TIMES = 'answered inTime inTimeShare medianWorkingDays open overdue';

/**
 * Fisheries has two unconditional fields (number and name), two conditional ones, and one that is not shared; from 1 April a third
 * unconditional one. Harbours has three unconditional fields (code, name and the one that it adds to vessels), and a conditional one.
 */
beforeAll(async () => {
  sharing = await openSharing('2026-01-15T02:00:00Z');
  const { registry } = sharing;

  at('2026-02-02T02:00:00Z');
  const early = await sharing.apply();
  const late = await sharing.apply({ fields: ['Vessel.finesCny'] });
  await sharing.apply({ fields: ['Harbour.depthM'] }, POND);
  at('2026-02-02T08:00:00Z');
  await sharing.act(FISHERIES, 'approveSharingApplication', { number: early });
  at('2026-02-05T02:00:00Z');
  const withdrawn = await sharing.apply();
  await sharing.act(LAKE, 'withdrawSharingApplication', { number: withdrawn });
  const { correction } = await sharing.act(LAKE, 'reportCorrection', {
    input: { coordinate: 'Vessel.name', subject: '00123', problem: 'It is wrong.' },
  });
  // Four working days after it was submitted: 3 to 6 February.
  at('2026-02-06T02:00:00Z');
  await sharing.act(FISHERIES, 'refuseSharingApplication', {
    number: await sharing.apply({ fields: ['Vessel.finesCny'] }, POND),
    reason: 'No.',
  });
  await sharing.act(FISHERIES, 'acceptCorrection', { number: correction!['number'] });
  // Due on 25 February at the latest, with the Spring Festival between.
  at('2026-02-26T02:00:00Z');
  await sharing.act(FISHERIES, 'requestSharingApplicationChanges', { number: late, reason: 'Which?' });

  at('2026-03-10T02:00:00Z');
  const short = await sharing.grant({ fields: ['Vessel.finesCny'], until: '2026-03-20T00:00:00Z' }, POND);
  expect(short).toMatch(/^SG/);

  at('2026-04-01T02:00:00Z');
  await registry.publish([fisheries(`${FIELDS}\n  "Length, in metres."\n  lengthM: Float`)]);
  await registry.department.database.sql`
    update supergraph_versions set created_at = '2026-04-01T02:00:00Z' where version = 2`;
  at('2026-04-15T02:00:00Z');
});
afterAll(() => sharing.close());

async function statistics<Found = unknown>(selection: string, args = ''): Promise<Found> {
  const { sharingStatistics } = await sharing.data<{ sharingStatistics: Found }>(
    null,
    `{ sharingStatistics${args} { ${selection} } }`,
  );
  return sharingStatistics;
}

test('the two ratios of each department and of all are those of the catalogue in force', async () => {
  const found = await statistics(
    `total { shares { ${SHARES} } grantsInForce } departments { department { name } figures { shares { ${SHARES} } grantsInForce } }`,
  );
  const ofFisheries = {
    shares: {
      fields: 6,
      unconditional: 3,
      conditional: 2,
      notShared: 1,
      granted: 1,
      unconditionalShare: 3 / 6,
      sharedShare: 4 / 6,
    },
    grantsInForce: 1,
  };
  const ofHarbours = {
    shares: {
      fields: 4,
      unconditional: 3,
      conditional: 1,
      notShared: 0,
      granted: 0,
      unconditionalShare: 3 / 4,
      sharedShare: 3 / 4,
    },
    grantsInForce: 0,
  };
  expect(found).toEqual({
    total: {
      shares: {
        fields: 10,
        unconditional: 6,
        conditional: 3,
        notShared: 1,
        granted: 1,
        unconditionalShare: 0.6,
        sharedShare: 0.7,
      },
      grantsInForce: 1,
    },
    departments: [
      { department: { name: 'fisheries' }, figures: ofFisheries },
      { department: { name: 'harbours' }, figures: ofHarbours },
    ],
  });
  expect(
    await statistics(`total { shares { ${SHARES} } grantsInForce }`, '(department: "harbours")'),
  ).toEqual({
    total: ofHarbours,
  });
});

test('the fields that the statistics count are those of the catalogue', async () => {
  const { dataResources } = await sharing.data<{
    dataResources: { edges: { node: { fields: { sharing: string }[] } }[] };
  }>(null, '{ dataResources(first: 100) { edges { node { fields { sharing } } } } }');
  const classes = dataResources.edges.flatMap(({ node }) => node.fields.map(({ sharing: one }) => one));
  const count = (sharing: string) => classes.filter((one) => one === sharing).length;
  expect(await statistics('total { shares { fields unconditional conditional notShared } }')).toEqual({
    total: {
      shares: {
        fields: classes.length,
        unconditional: count('UNCONDITIONAL'),
        conditional: count('CONDITIONAL'),
        notShared: count('NOT_SHARED'),
      },
    },
  });
});

test('answers are told against their deadlines, by department', async () => {
  const found = await statistics(
    `total { applications { ${TIMES} } corrections { ${TIMES} } }
     departments { department { name } figures { applications { ${TIMES} } corrections { ${TIMES} } } }`,
  );
  // Answered on the same day, on the same day, after 13 working days (late), and on the same day; harbours has not answered.
  const applications = {
    answered: 4,
    inTime: 3,
    inTimeShare: 0.75,
    medianWorkingDays: 0,
    open: 0,
    overdue: 0,
  };
  const corrections = { answered: 1, inTime: 1, inTimeShare: 1, medianWorkingDays: 1, open: 0, overdue: 0 };
  const none = { answered: 0, inTime: 0, inTimeShare: null, medianWorkingDays: null, open: 0, overdue: 0 };
  expect(found).toEqual({
    total: { applications: { ...applications, open: 1, overdue: 1 }, corrections },
    departments: [
      { department: { name: 'fisheries' }, figures: { applications, corrections } },
      {
        department: { name: 'harbours' },
        figures: { applications: { ...none, open: 1, overdue: 1 }, corrections: none },
      },
    ],
  });
});

test('answers are those of the days that are looked at, in China', async () => {
  const answered = async (args: string) =>
    (
      await statistics<{ total: { applications: object } }>(
        'total { applications { answered inTime medianWorkingDays } }',
        args,
      )
    ).total.applications;
  expect(await answered('(from: "2026-02-26", until: "2026-02-26")')).toEqual({
    answered: 1,
    inTime: 0,
    // 3 to 6, 9 to 13, Saturday 14, and 24 to 26 February.
    medianWorkingDays: 13,
  });
  expect(await answered('(from: "2026-02-02", until: "2026-02-25")')).toMatchObject({
    answered: 2,
    inTime: 2,
  });
  expect(await answered('(from: "2025-01-01", until: "2026-02-01")')).toMatchObject({ answered: 0 });
});

test('over time the ratios are those of what was published and granted then', async () => {
  const { overTime } = await statistics<{ overTime: object[] }>(
    `overTime { at version grantsInForce shares { fields unconditional granted } }`,
    '(department: "fisheries", from: "2025-12-01", until: "2026-12-31")',
  );
  const point = (end: string, version: number | null, granted: number, fields: [number, number]) => ({
    at: new Date(end).toISOString(),
    version,
    grantsInForce: granted,
    shares: { fields: fields[0], unconditional: fields[1], granted },
  });
  expect(overTime).toEqual([
    point('2025-12-31T16:00:00Z', null, 0, [0, 0]),
    point('2026-01-31T16:00:00Z', 1, 0, [5, 2]),
    point('2026-02-28T16:00:00Z', 1, 1, [5, 2]),
    point('2026-03-31T16:00:00Z', 1, 1, [5, 2]),
    point('2026-04-15T02:00:00Z', 2, 1, [6, 3]),
  ]);
});

test('a grant that has ended is counted until its end', async () => {
  const { overTime } = await statistics<{ overTime: { grantsInForce: number }[] }>(
    'overTime(every: DAY) { at grantsInForce shares { granted } }',
    '(from: "2026-03-18", until: "2026-03-21")',
  );
  expect(overTime.map(({ grantsInForce }) => grantsInForce)).toEqual([2, 2, 1, 1]);
});

test('weeks end on Sundays, and the last day ends the last of them', async () => {
  const { overTime } = await statistics<{ overTime: { at: string }[] }>(
    'overTime(every: WEEK) { at }',
    '(from: "2026-03-02", until: "2026-03-17")',
  );
  expect(overTime.map(({ at: end }) => end.slice(0, 10))).toEqual(['2026-03-08', '2026-03-15', '2026-03-17']);
});

test('calls are told by resource, most first; an operation is counted once for each', async () => {
  const { registry } = sharing;
  const today = new Date().toISOString();
  const operation = { variant: 'public', client: 'portal', from: today, until: today };
  await registry.report([
    { ...operation, digest: 'd1', coordinates: ['Vessel.name', 'Vessel.catchT'], count: 7, errors: 1 },
    {
      ...operation,
      digest: 'd2',
      coordinates: ['Vessel.name', 'Vessel.harbour', 'Harbour.name'],
      count: 10,
      errors: 0,
    },
    { ...operation, digest: 'd3', coordinates: ['Query.vessel'], count: 99, errors: 0 },
  ]);
  // Reports of gateways are counted by the clock of the machine.
  const day = `(from: "${today.slice(0, 10)}", until: "${today.slice(0, 10)}")`;
  const calls = 'resources { resource { coordinate department { name } } calls errors }';
  const vessel = (department: string) => ({ coordinate: 'Vessel', department: { name: department } });
  expect(await statistics(calls, day)).toEqual({
    resources: [
      { resource: vessel('fisheries'), calls: 17, errors: 1 },
      expect.objectContaining({ calls: 10 }) as object,
      expect.objectContaining({ calls: 10 }) as object,
    ],
  });
  const one = day.replace('(', '(department: "harbours", ');
  const { resources } = await statistics<{ resources: { resource: object }[] }>(calls, one);
  expect(resources).toHaveLength(2);
  expect(resources.map(({ resource }) => resource)).toContainEqual(vessel('harbours'));
  expect(await statistics(calls, '(from: "2026-01-01", until: "2026-01-31")')).toEqual({ resources: [] });
  const first = calls.replace('resources', 'resources(first: 1)');
  expect((await statistics<{ resources: object[] }>(first, day)).resources).toHaveLength(1);
});

test.each([
  ['sharingStatistics(from: "2026-03-02", until: "2026-03-01") { from }', 'INVALID_ARGUMENT'],
  ['sharingStatistics(from: "2001-03-02", until: "2026-03-01") { from }', 'INVALID_ARGUMENT'],
  ['sharingStatistics(from: "2024-01-01") { overTime(every: DAY) { at } }', 'INVALID_ARGUMENT'],
  ['sharingStatistics(department: "forests") { from }', 'NOT_FOUND'],
  ['sharingStatistics { resources(first: 101) { calls } }', 'INVALID_ARGUMENT'],
  ['sharingStatistics(from: "2026-02-30") { from }', 'INVALID_DATE'],
])('%s is refused', async (field, code) => {
  expect((await sharing.ask(HARBOURS, `{ ${field} }`)).errors).toMatchObject([{ extensions: { code } }]);
});

test('without days the last 365 are looked at, up to today in China', async () => {
  at('2026-04-15T17:00:00Z');
  expect(await statistics('from until')).toEqual({ from: '2025-04-17', until: '2026-04-16' });
});
