/** Days are counted from 1970-01-01, a Thursday. Monday to Friday are working days; holidays are left out. */
const mondayBased = (day: number) => (day + 3) % 7;

/** The day itself or the Monday after it. */
export function workingDayFrom(day: number): number {
  const weekday = mondayBased(day);
  return weekday < 5 ? day : day + 7 - weekday;
}

/** The n-th working day after a working day. */
export function addWorkingDays(day: number, n: number): number {
  return day + n + 2 * Math.floor((mondayBased(day) + n) / 5);
}
