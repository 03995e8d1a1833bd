export { createCalendar, type WorkingCalendar } from './calendar.ts';
export { addDays, dayOf, endOfDay, isDay, startOfDay } from './china-day.ts';
export { HOLIDAYS, type Holidays, type HolidayYear, parseHolidays } from './holidays.ts';
export { parseRuleSets, RULE_SETS, type RuleSet } from './rule-sets.ts';
