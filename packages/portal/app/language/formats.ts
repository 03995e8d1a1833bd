import { type Language, LOCALES } from './languages.ts';

/** Days and times are those of China, wherever the reader is. */
const TIME_ZONE = 'Asia/Shanghai';

export interface Formats {
  /** A day, such as 2026年3月1日; of `2026-03-01` or of a moment. */
  day(value: string): string;
  /** A month, of `2026-03`. */
  month(value: string): string;
  /** A moment to the minute. */
  moment(value: string): string;
  /** Digits in groups. */
  number(value: number | string): string;
  /** Whole units of a currency, by its ISO code. */
  money(value: number | string, currency?: string): string;
  percent(share: number): string;
  /** A code of 18 characters in groups, so that it can be read aloud. */
  uscc(code: string): string;
  /** How long something took. */
  hours(hours: number): string;
}

const made = new Map<Language, Formats>();

export function createFormats(language: Language): Formats {
  const known = made.get(language);
  if (known) return known;
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: TIME_ZONE });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: TIME_ZONE,
  });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: TIME_ZONE });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const unit = (name: string) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    });
  const units = { second: unit('second'), minute: unit('minute'), hour: unit('hour'), day: unit('day') };
  const formats: Formats = {
    day: (value) => day.format(new Date(value.length === 10 ? `${value}T12:00:00+08:00` : value)),
    month: (value) => month.format(new Date(`${value}-01T12:00:00+08:00`)),
    moment: (value) => moment.format(new Date(value)),
    number: (value) => number.format(Number(value)),
    money: (value, currency = 'CNY') =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: 2,
        minimumFractionDigits: 0,
      }).format(Number(value)),
    percent: (share) => percent.format(share),
    uscc: (code) => code.replace(/^(.{2})(.{6})(.{9})(.)$/, '$1 $2 $3 $4'),
    hours(hours) {
      if (hours < 1 / 60) return units.second.format(Math.round(hours * 3600));
      if (hours < 1) return units.minute.format(Math.round(hours * 60));
      if (hours < 48) return units.hour.format(hours);
      // Of a long time nobody counts the hours.
      return units.day.format(hours < 240 ? hours / 24 : Math.round(hours / 24));
    },
  };
  made.set(language, formats);
  return formats;
}
