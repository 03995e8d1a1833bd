import { CodeError, foldWidth, repairCode } from '@yiwang/codes';
import { isCalendarDate } from '../scalars/calendar-date.ts';
import { Refusal } from './refusal.ts';

/** Dates that registers put where they know none. */
const PLACEHOLDER_DATES = new Set(['1900-01-01', '1899-12-31', '0001-01-01']);

/**
 * A national code in its one form.
 *
 * @param parse the parser of @yiwang/codes
 * @returns what `parse` makes of the repaired text
 * @throws Refusal naming the column and the rule that the text breaks
 */
export function cleanCode<Parsed>(column: string, text: string, parse: (text: string) => Parsed): Parsed {
  try {
    return parse(repairCode(text));
  } catch (error) {
    if (error instanceof CodeError) throw new Refusal(`${column}: ${error.message}`);
    throw error;
  }
}

/**
 * A day as YYYY-MM-DD; null when the text is empty or a placeholder such as 1900-01-01. Reads
 * 2019-06-27, 2019/6/27 and 2019年06月27日, with or without a time of day behind.
 *
 * @throws Refusal when it is none of these, or no day of the calendar
 */
export function cleanDate(column: string, text: string): string | null {
  const folded = foldWidth(text);
  if (!folded) return null;
  const match = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(folded);
  const date = match && `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  if (!date || !isCalendarDate(date)) throw new Refusal(`${column}: ${folded} is not a day of the calendar`);
  return PLACEHOLDER_DATES.has(date) ? null : date;
}

/** Text without blanks at its ends; null when nothing is left. */
export function cleanText(text: string): string | null {
  return text.trim() || null;
}

/**
 * Text that must be there.
 * @throws Refusal when it is blank
 */
export function requireText(column: string, text: string): string {
  const cleaned = cleanText(text);
  if (cleaned === null) throw new Refusal(`${column} is empty`);
  return cleaned;
}
