import { expect, test } from 'vitest';
import { deskOf } from '../../app/pages/desk/departments/desks.ts';
import { clockOf } from '../../app/pages/desk/clock.ts';
import { readFilter } from '../../app/pages/desk/inbox-filter.ts';
import type { DeskEvent } from '../../app/pages/desk/model.ts';
import { possibleSteps, readStep, typedOf } from '../../app/pages/desk/steps.ts';

const permits = deskOf('permits')!;
const land = deskOf('land')!;

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const event = (step: string): DeskEvent => ({
  on: '2026-03-02',
  at: null,
  step,
  side: null,
  note: null,
  defects: [],
});
const standing = (state: 'SUBMITTED' | 'ACCEPTED' | 'DECIDED', ...steps: string[]) => ({
  state,
  decision: null,
  isOverdue: false,
  timeline: steps.map(event),
});

test('a case is returned once, and extended once and in time', () => {
  expect(possibleSteps(standing('SUBMITTED', 'SUBMITTED'))).toEqual(['accept', 'return', 'decline']);
  expect(possibleSteps(standing('SUBMITTED', 'RETURNED', 'RESUBMITTED'))).toEqual(['accept', 'decline']);
  expect(possibleSteps(standing('ACCEPTED'))).toEqual(['review', 'extend']);
  expect(possibleSteps(standing('ACCEPTED', 'EXTENDED'))).toEqual(['review']);
  expect(possibleSteps({ ...standing('ACCEPTED'), isOverdue: true })).toEqual(['review']);
});

test('what was granted is delivered, and a denial is the end', () => {
  expect(possibleSteps({ ...standing('DECIDED'), decision: 'GRANTED' })).toEqual(['deliver']);
  expect(possibleSteps({ ...standing('DECIDED'), decision: 'DENIED' })).toEqual([]);
});

test('all defects go in one return, without the rows that were left empty', () => {
  const typed = form(
    ['about', 'premises.address'],
    ['problem', ' 缺少门牌号 '],
    ['about', ''],
    ['problem', '未签字'],
    ['about', 'contact'],
    ['problem', ''],
  );
  expect(readStep('return', typed, permits)).toEqual({
    defects: [
      { about: 'premises.address', problem: '缺少门牌号' },
      { about: null, problem: '未签字' },
    ],
  });
});

test('a case is accepted with materials to follow or on a commitment only where there are such', () => {
  const followUp = form(
    ['how', 'followUp'],
    ['material', '平面图'],
    ['followUpBy', '2026-04-01'],
    ['commitment', 'x'],
  );
  expect(readStep('accept', followUp, permits)).toEqual({
    followUp: { materials: ['平面图'], by: '2026-04-01' },
    commitment: null,
  });
  expect(readStep('accept', form(['how', 'plain'], ['material', '平面图']), permits)).toEqual({
    followUp: null,
    commitment: null,
  });
  expect(readStep('accept', followUp, land)).toEqual({});
});

test('a denial names no permit, and other departments never do', () => {
  const denied = form(['decision', 'DENIED'], ['permitName', '许可证'], ['reason', '不符合条件']);
  expect(readStep('decide', denied, permits)).toEqual({
    decision: 'DENIED',
    reason: '不符合条件',
    permit: null,
  });
  expect(readStep('decide', form(['decision', 'GRANTED']), land)).toEqual({
    decision: 'GRANTED',
    reason: null,
  });
});

test('what was typed stays in the order of its rows', () => {
  expect(typedOf(form(['about', ''], ['problem', 'a'], ['about', 'x'], ['problem', 'b']))).toEqual({
    about: ['', 'x'],
    problem: ['a', 'b'],
  });
});

test('each desk sends the steps of its own department, with the version and a key', () => {
  for (const department of ['permits', 'enterprises', 'land'] as const) {
    for (const [step, document] of Object.entries(deskOf(department)!.steps)) {
      const text = document.toString();
      expect(text, `${department} ${step}`).toContain('expectedVersion: $expectedVersion');
      expect(text, `${department} ${step}`).toContain('idempotencyKey: $idempotencyKey');
      expect(text, `${department} ${step}`).toMatch(
        department === 'permits' ? /Case/ : department === 'land' ? /LandCase/ : /Registration/,
      );
    }
  }
  expect(deskOf('tax')).toBeUndefined();
  expect(deskOf(null)).toBeUndefined();
});

test('an inbox is narrowed by what its department knows, and nothing else is sent', () => {
  const filter = readFilter(
    new URLSearchParams('state=ACCEPTED&state=DRAFT&region=3205&item=LAND_USE_PLANNING&overdue=1'),
  );
  expect(filter).toEqual({ states: ['ACCEPTED'], region: '3205', item: 'LAND_USE_PLANNING', overdue: true });
  expect(land.inboxVariables(filter)).toEqual({
    filter: { states: ['ACCEPTED'], region: '3205', overdue: true, kind: 'LAND_USE_PLANNING' },
  });
  expect(deskOf('enterprises')!.inboxVariables(filter)).toEqual({
    filter: { states: ['ACCEPTED'], region: '3205', overdue: true },
  });
  expect(readFilter(new URLSearchParams('region=江苏&item=')).region).toBeNull();
});

test('working days are counted as they are worked in China, and a stopped clock does not run', () => {
  // 2026-09-30 is a Wednesday before the holidays; the first working day after them is 2026-10-08.
  const now = new Date('2026-09-30T02:00:00Z');
  expect(clockOf({ state: 'ACCEPTED', actBy: '2026-10-08' }, now)).toEqual({
    kind: 'left',
    days: 1,
    isSoon: true,
  });
  expect(clockOf({ state: 'ACCEPTED', actBy: '2026-09-30' }, now)).toEqual({
    kind: 'left',
    days: 0,
    isSoon: true,
  });
  expect(clockOf({ state: 'ACCEPTED', actBy: '2026-09-28' }, now)).toEqual({ kind: 'late', days: 2 });
  expect(clockOf({ state: 'SUSPENDED', actBy: '2026-09-28' }, now)).toEqual({ kind: 'stopped' });
  expect(clockOf({ state: 'RETURNED', actBy: null }, now)).toEqual({ kind: 'waiting' });
});
