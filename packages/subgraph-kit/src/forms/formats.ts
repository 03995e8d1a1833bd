import { isRegionCode, isUscc } from '@yiwang/codes';
import { isCalendarDate } from '../scalars/calendar-date.ts';

/** The formats that a form may ask for. None of them takes more time than its text is long. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isCalendarDate,
  /** 统一社会信用代码, in its one form. */
  uscc: isUscc,
  /** 行政区划代码. */
  'region-code': isRegionCode,
  /** A mobile or landline number of China, or one with its country code. */
  phone: (text) => /^\+?[0-9][0-9-]{5,19}$/.test(text),
  email: (text) => text.length <= 254 && /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text),
};
