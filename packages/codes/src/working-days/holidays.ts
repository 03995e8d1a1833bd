import { z } from 'zod';
import { isWeekend } from './china-day.ts';

/** What the State Council has said of one year. */
export interface HolidayYear {
  /** Days off, first to last of each holiday, weekends among them included. */
  off: readonly (readonly [first: string, last: string, name: string])[];
  /** Days of weekends that are worked instead 调休. */
  work: readonly string[];
}

/** By year, such as 2026. */
export type Holidays = Readonly<Record<string, HolidayYear>>;

/** Source: the notices of the General Office of the State Council on the holidays of each year 部分节假日安排的通知. */
export const HOLIDAYS: Holidays = {
  2024: {
    off: [
      ['2024-01-01', '2024-01-01', '元旦'],
      ['2024-02-10', '2024-02-17', '春节'],
      ['2024-04-04', '2024-04-06', '清明节'],
      ['2024-05-01', '2024-05-05', '劳动节'],
      ['2024-06-10', '2024-06-10', '端午节'],
      ['2024-09-15', '2024-09-17', '中秋节'],
      ['2024-10-01', '2024-10-07', '国庆节'],
    ],
    work: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  2025: {
    off: [
      ['2025-01-01', '2025-01-01', '元旦'],
      ['2025-01-28', '2025-02-04', '春节'],
      ['2025-04-04', '2025-04-06', '清明节'],
      ['2025-05-01', '2025-05-05', '劳动节'],
      ['2025-05-31', '2025-06-02', '端午节'],
      ['2025-10-01', '2025-10-08', '国庆节、中秋节'],
    ],
    work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    off: [
      ['2026-01-01', '2026-01-03', '元旦'],
      ['2026-02-15', '2026-02-23', '春节'],
      ['2026-04-04', '2026-04-06', '清明节'],
      ['2026-05-01', '2026-05-05', '劳动节'],
      ['2026-06-19', '2026-06-21', '端午节'],
      ['2026-09-25', '2026-09-27', '中秋节'],
      ['2026-10-01', '2026-10-07', '国庆节'],
    ],
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};

/**
 * Days off in years that no list is known of: those that the law fixes by the sun's calendar, MM-DD. Those of the moon's,
 * and what is moved around them, the notice of the year tells.
 */
export const FIXED_DAYS: ReadonlySet<string> = new Set([
  '01-01',
  '05-01',
  '05-02',
  '10-01',
  '10-02',
  '10-03',
]);

const day = z.iso.date();
const holidays = z
  .record(
    z.string().regex(/^\d{4}$/),
    z.strictObject({
      off: z
        .array(
          z
            .tuple([day, day, z.string()])
            .refine(([first, last]) => first <= last, { error: 'A holiday ends before it begins.' }),
        )
        .min(1),
      work: z.array(
        day.refine(isWeekend, { error: 'What is worked instead is a Saturday or a Sunday.', abort: true }),
      ),
    }),
  )
  .superRefine((years, context) => {
    for (const path of misplaced(years))
      context.addIssue({ code: 'custom', path, message: `This is not of ${path[0]}.` });
  });

/** Paths of days under another year than their own. Around New Year a notice may reach into the December before it. */
function* misplaced(years: Holidays): Generator<[year: string, list: string, index: number]> {
  for (const [year, { off, work }] of Object.entries(years)) {
    const before = `${Number(year) - 1}-12`;
    for (const [index, [first, last]] of off.entries())
      if (!first.startsWith(year) && !last.startsWith(year)) yield [year, 'off', index];
    for (const [index, day] of work.entries())
      if (!day.startsWith(year) && !day.startsWith(before)) yield [year, 'work', index];
  }
}

/**
 * Reads further years, which replace those that are built in.
 *
 * @param json as {@link HOLIDAYS}
 * @throws Error saying what is wrong with it
 */
export function parseHolidays(json: string): Holidays {
  const read = holidays.safeParse(JSON.parse(json));
  if (!read.success) throw new Error(z.prettifyError(read.error));
  return { ...HOLIDAYS, ...read.data };
}
