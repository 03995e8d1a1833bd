import { dateOfDay, dayOfDate } from '@yiwang/population';
import { expect, test } from 'vitest';
import { addWorkingDays, workingDayFrom } from '../seed/working-days.ts';

test.each([
  ['2025-01-03', '2025-01-03'],
  ['2025-01-04', '2025-01-06'],
  ['2025-01-05', '2025-01-06'],
  ['2025-01-06', '2025-01-06'],
])('the working day from %s on is %s', (date, expected) => {
  expect(dateOfDay(workingDayFrom(dayOfDate(date)))).toBe(expected);
});

test('adding working days one by one or at once comes to the same day, never to a weekend', () => {
  for (let start = dayOfDate('2025-01-06'); start <= dayOfDate('2025-01-10'); start++) {
    let day = start;
    for (let n = 0; n <= 30; n++) {
      expect(addWorkingDays(start, n)).toBe(day);
      expect(workingDayFrom(day)).toBe(day);
      day = workingDayFrom(day + 1);
    }
  }
});
