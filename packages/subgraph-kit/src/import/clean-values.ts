import { CodeError, foldWidth, repairCode } from '@yiwang/codes';
import { isCalendarDate } from '../scalars/calendar-date.ts';
import { Rejection } from './rejection.ts';

/** Dates that registers use for a missing date. */
const PLACEHOLDER_DATES = new Set(['1900-01-01', '1899-12-31', '0001-01-01']);

/**
 * A national code in its canonical form.
 *
 * @param parse the parser of @yiwang/codes
 * @returns the result of `parse` for the repaired text
 * @throws Rejection naming the column and the rule that the text breaks
 */
export function cleanCode<Parsed>(column: string, text: string, parse: (text: string) => Parsed): Parsed {
  try {
    return parse(repairCode(text));
  } catch (error) {
    if (error instanceof CodeError) throw new Rejection(`${column}: ${error.message}`);
    throw error;
  }
}

/**
 * A day as YYYY-MM-DD; null when the text is empty or a placeholder such as 1900-01-01. Reads
 * 2019-06-27, 2019/6/27 and 2019年06月27日, with or without a time of day behind.
 *
 * @throws Rejection when the text has another form, or is not a day of the calendar
 */
export function cleanDate(column: string, text: string): string | null {
  const folded = foldWidth(text);
  if (!folded) return null;
  const match = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(folded);
  const date = match && `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  if (!date || !isCalendarDate(date))
    throw new Rejection(`${column}: ${folded} is not a day of the calendar`);
  return PLACEHOLDER_DATES.has(date) ? null : date;
}

/** Text without blanks at its ends; null when the text is empty. */
export function cleanText(text: string): string | null {
  return text.trim() || null;
}

/**
 * Text that may not be missing.
 * @throws Rejection when it is blank
 */
export function requireText(column: string, text: string): string {
  const cleaned = cleanText(text);
  if (cleaned === null) throw new Rejection(`${column} is empty`);
  return cleaned;
}
