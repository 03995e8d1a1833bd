import { RULE_SETS } from '@yiwang/codes/working-days';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FISHERIES, LAKE, openSharing, type OpenSharing } from './support/open-sharing.ts';

let sharing: OpenSharing;
beforeAll(async () => {
  sharing = await openSharing();
});
afterAll(() => sharing.close());

const at = (moment: string) => {
  sharing.clock.now = new Date(moment);
};

async function shown(number: string) {
  const { sharingApplication } = await sharing.data<{
    sharingApplication: { dueAt: string; overdue: boolean };
  }>(LAKE, `{ sharingApplication(number: "${number}") { dueAt overdue submittedAt } }`);
  return sharingApplication;
}

const requestChanges = (number: string) =>
  sharing.act(FISHERIES, 'requestSharingApplicationChanges', { number, reason: 'Which vessels?' });
const extend = (number: string) =>
  sharing.act(FISHERIES, 'extendSharingApplication', {
    number,
    reason: 'Much to ask.',
    consentedBy: '数据局',
  });

test.each([
  ['in an ordinary week', '2026-03-02T02:00:00Z', '2026-03-16T16:00:00.000Z'],
  ['late in the evening of China', '2026-03-02T15:59:59Z', '2026-03-16T16:00:00.000Z'],
  ['after midnight of China', '2026-03-02T16:00:00Z', '2026-03-17T16:00:00.000Z'],
  ['on a Saturday', '2026-03-07T02:00:00Z', '2026-03-20T16:00:00.000Z'],
  ['before the Spring Festival', '2026-02-13T02:00:00Z', '2026-03-05T16:00:00.000Z'],
  ['in the Spring Festival', '2026-02-18T02:00:00Z', '2026-03-06T16:00:00.000Z'],
  ['before the National Day', '2026-09-30T02:00:00Z', '2026-10-20T16:00:00.000Z'],
  ['in the National Day', '2026-10-05T02:00:00Z', '2026-10-20T16:00:00.000Z'],
])('what is submitted %s is due after ten working days', async (_when, submitted, dueAt) => {
  at(submitted);
  expect(await shown(await sharing.apply())).toMatchObject({
    dueAt,
    overdue: false,
    submittedAt: new Date(submitted).toISOString(),
  });
});

test('an application is overdue from the end of its last day on, and until it is answered', async () => {
  at('2026-03-02T02:00:00Z');
  const number = await sharing.apply();
  at('2026-03-16T15:59:59.999Z');
  expect((await shown(number)).overdue).toBe(false);
  at('2026-03-16T16:00:00Z');
  expect((await shown(number)).overdue).toBe(true);
  await requestChanges(number);
  expect(await shown(number)).toMatchObject({ dueAt: null, overdue: false });
});

test('what comes back changed has its full time again', async () => {
  at('2026-03-02T02:00:00Z');
  const number = await sharing.apply();
  at('2026-03-10T02:00:00Z');
  await requestChanges(number);
  at('2026-03-30T02:00:00Z');
  await sharing.act(LAKE, 'submitSharingApplication', { number });
  // 4 to 6 April is the Qingming Festival.
  expect(await shown(number)).toMatchObject({ dueAt: '2026-04-14T16:00:00.000Z', overdue: false });
});

test('an answer is put off once, by ten working days more', async () => {
  at('2026-09-14T02:00:00Z');
  const number = await sharing.apply();
  // Sunday 20 September is a working day; 25 to 27 is the Mid-Autumn Festival. The National Day follows, and a Saturday that is a working day.
  expect((await shown(number)).dueAt).toBe('2026-09-28T16:00:00.000Z');
  expect((await extend(number)).application).toMatchObject({ dueAt: '2026-10-16T16:00:00.000Z' });
  expect(await extend(number)).toMatchObject({ application: null, userErrors: [{ code: 'NO_EXTENSION' }] });
  await requestChanges(number);
  await sharing.act(LAKE, 'submitSharingApplication', { number });
  expect((await extend(number)).userErrors).toEqual([]);
});

test('what is overdue is not put off', async () => {
  at('2026-03-02T02:00:00Z');
  const number = await sharing.apply();
  at('2026-03-16T16:00:00Z');
  expect(await extend(number)).toMatchObject({ userErrors: [{ code: 'NO_EXTENSION' }] });
});

test('what is due in a year whose holidays are not known says so, until it is answered', async () => {
  const unknown = async (number: string) => {
    const { sharingApplication } = await sharing.data<{
      sharingApplication: { dueWithoutHolidaysOf: number[] };
    }>(LAKE, `{ sharingApplication(number: "${number}") { dueWithoutHolidaysOf } }`);
    return sharingApplication.dueWithoutHolidaysOf;
  };
  at('2026-12-17T02:00:00Z');
  const lastOfYear = await sharing.apply({ until: '2027-06-01T00:00:00Z' });
  at('2026-12-18T02:00:00Z');
  const number = await sharing.apply({ until: '2027-06-01T00:00:00Z' });
  // New Year's Day is a day off in every year; 2 and 3 January 2027 are a weekend.
  expect(await shown(lastOfYear)).toMatchObject({ dueAt: '2026-12-31T16:00:00.000Z' });
  expect(await shown(number)).toMatchObject({ dueAt: '2027-01-04T16:00:00.000Z' });
  expect(await unknown(lastOfYear)).toEqual([]);
  expect(await unknown(number)).toEqual([2027]);
  await extend(lastOfYear);
  expect(await unknown(lastOfYear)).toEqual([2027]);
  await requestChanges(number);
  expect(await unknown(number)).toEqual([]);

  const { correction } = await sharing.act(LAKE, 'reportCorrection', {
    input: { coordinate: 'Vessel.catchT', subject: 'V1', problem: 'Too much.' },
  });
  expect(
    await sharing.data(LAKE, `{ correction(number: "${correction!['number']}") { dueWithoutHolidaysOf } }`),
  ).toEqual({ correction: { dueWithoutHolidaysOf: [2027] } });
});

test('the limits that hold can be asked for', async () => {
  expect(
    await sharing.data(
      null,
      '{ sharingRules { name basis answerDays extensionDays correctionDays holidayYears } }',
    ),
  ).toEqual({
    sharingRules: {
      name: 'REGULATION_2025',
      basis: RULE_SETS['REGULATION_2025']!.basis,
      answerDays: 10,
      extensionDays: 10,
      correctionDays: 10,
      holidayYears: [2024, 2025, 2026],
    },
  });
});
