import { expect, test } from 'vitest';
import { createCalendar, dayOf, endOfDay, HOLIDAYS, parseHolidays } from '../../src/working-days/index.ts';

const calendar = createCalendar();

test.each([
  ['2024-01-01', false, 'New Year’s Day'],
  ['2024-01-02', true, 'the day after'],
  ['2024-02-09', true, 'the eve of the Spring Festival of 2024, which was no holiday'],
  ['2024-02-18', true, 'a Sunday that is worked'],
  ['2024-06-08', false, 'a Saturday before the Dragon Boat Festival'],
  ['2025-01-28', false, 'the eve of the Spring Festival of 2025, which is one'],
  ['2025-02-08', true, 'a Saturday that is worked'],
  ['2025-10-08', false, 'the eighth day of the National Day of 2025'],
  ['2026-02-14', true, 'a Saturday that is worked'],
  ['2026-02-23', false, 'the last day of the Spring Festival of 2026'],
  ['2026-02-24', true, 'the first day after it'],
  ['2026-11-25', true, 'a Wednesday'],
])('%s: %s (%s)', (day, works) => {
  expect(calendar.isWorkingDay(day)).toBe(works);
});

test.each([
  // Fri 13 Feb: Sat 14 is worked; 15–23 off; 24–27 and Sat 28 are worked.
  ['2026-02-13', 1, '2026-02-14', 'on to a Saturday that is worked'],
  ['2026-02-13', 2, '2026-02-24', 'across the Spring Festival'],
  ['2026-02-13', 6, '2026-02-28', 'on to the Saturday after it'],
  ['2026-02-13', 10, '2026-03-05', 'ten days across the Spring Festival'],
  // Wed 30 Sep: 1–7 off; 8, 9, Sat 10 worked, 12–16, 19, 20.
  ['2026-09-30', 1, '2026-10-08', 'across the National Day'],
  ['2026-09-30', 10, '2026-10-20', 'ten days across the National Day'],
  ['2026-10-03', 3, '2026-10-10', 'from within a holiday'],
  ['2025-09-30', 10, '2025-10-21', 'the National Day of 2025'],
  ['2025-01-24', 10, '2025-02-13', 'the Spring Festival of 2025'],
])('%s and %i working days is %s: %s', (day, count, due) => {
  expect(calendar.addWorkingDays(day, count)).toBe(due);
  expect(calendar.workingDaysBetween(day, due)).toBe(count);
});

test('between a day and itself, or an earlier one, there is no working day', () => {
  expect(calendar.workingDaysBetween('2026-11-25', '2026-11-25')).toBe(0);
  expect(calendar.workingDaysBetween('2026-11-25', '2026-11-20')).toBe(0);
});

test('to add no days is a mistake', () => {
  expect(() => calendar.addWorkingDays('2026-11-25', 0)).toThrow(RangeError);
  expect(() => calendar.addWorkingDays('2026-11-25', Number.NaN)).toThrow(RangeError);
});

test('of a year whose list is not known, weekends and the fixed days are off', () => {
  expect(calendar.isWorkingDay('2030-01-01')).toBe(false);
  expect(calendar.isWorkingDay('2030-10-04')).toBe(true);
  expect(calendar.isWorkingDay('2030-10-05')).toBe(false);
});

test.each([
  ['2026-12-18', '2026-12-31', [], 'up to the last day of a year that is known'],
  ['2026-12-18', '2027-01-04', ['2027'], 'into the year after'],
  ['2026-12-31', '2028-01-03', ['2027', '2028'], 'over a year and into another'],
  ['2023-12-31', '2024-01-02', [], 'from the last day of a year that is not known, which does not count'],
])('after %s up to %s the holidays of %j are not known: %s', (from, until, years) => {
  expect(calendar.unknownYears(from, until)).toEqual(years);
});

test('a year that is counted in without its list is told, once', () => {
  const told: string[] = [];
  const telling = createCalendar(HOLIDAYS, (year) => told.push(year));
  telling.addWorkingDays('2026-12-17', 10);
  expect(told).toEqual([]);
  telling.addWorkingDays('2026-12-31', 1);
  telling.addWorkingDays('2026-12-31', 10);
  telling.workingDaysBetween('2027-12-30', '2028-01-05');
  expect(told).toEqual(['2027', '2028']);
});

test('a list of a further year is merged with those that are built in', () => {
  const more = createCalendar(
    parseHolidays('{"2030":{"off":[["2030-02-02","2030-02-08","春节"]],"work":["2030-02-09"]}}'),
  );
  expect(more.knownYears).toEqual(['2024', '2025', '2026', '2030']);
  expect(more.isWorkingDay('2030-02-04')).toBe(false);
  expect(more.isWorkingDay('2030-02-09')).toBe(true);
  expect(more.isWorkingDay('2026-02-16')).toBe(false);
});

test('a holiday around New Year, and what is worked for it, may lie in the December before', () => {
  const { off, work } = parseHolidays(
    '{"2012":{"off":[["2011-12-31","2012-01-02","元旦"]],"work":["2011-12-24"]}}',
  )['2012']!;
  expect({ off, work }).toEqual({ off: [['2011-12-31', '2012-01-02', '元旦']], work: ['2011-12-24'] });
});

test.each([
  ['no JSON', '{'],
  ['a day that is none', '{"2030":{"off":[["2030-02-30","2030-03-01",""]],"work":[]}}'],
  ['an end before its beginning', '{"2030":{"off":[["2030-02-08","2030-02-02",""]],"work":[]}}'],
  ['a word for a year', '{"next":{"off":[],"work":[]}}'],
  ['a year without a holiday', '{"2030":{"off":[],"work":[]}}'],
  ['days of another year', '{"2030":{"off":[["2031-02-02","2031-02-08",""]],"work":[]}}'],
  ['a Monday that is worked', '{"2030":{"off":[["2030-02-02","2030-02-08",""]],"work":["2030-02-11"]}}'],
  ['a worked day of another year', '{"2030":{"off":[["2030-02-02","2030-02-08",""]],"work":["2031-02-09"]}}'],
])('a list with %s is refused', (_what, json) => {
  expect(() => parseHolidays(json)).toThrow();
});

test('every day that is said to be worked is of a weekend, and no holiday', () => {
  const days = Object.values(HOLIDAYS).flatMap(({ work }) => work);
  const plain = createCalendar({});
  expect(days.filter((day) => plain.isWorkingDay(day))).toEqual([]);
  const off = Object.values(HOLIDAYS).flatMap((year) => year.off);
  expect(days.filter((day) => off.some(([first, last]) => first <= day && day <= last))).toEqual([]);
});

test('a day of China begins and ends at 16:00 in UTC', () => {
  expect(dayOf(new Date('2026-11-25T15:59:59.999Z'))).toBe('2026-11-25');
  expect(dayOf(new Date('2026-11-25T16:00:00Z'))).toBe('2026-11-26');
  expect(endOfDay('2026-11-25').toISOString()).toBe('2026-11-25T16:00:00.000Z');
  expect(endOfDay('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z');
});
