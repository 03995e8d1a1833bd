/** What a dashboard shows: a region, and the twelve months that end with one. */
export interface Choice {
  region: string;
  /** Such as 2026-03. */
  month: string;
}

const PROVINCE = '32';

/** @param now of whose last whole month the dashboard is, unless the address names another */
export function readChoice(query: URLSearchParams, now: Date): Choice {
  const region = query.get('region') ?? PROVINCE;
  const month = query.get('month') ?? '';
  return {
    region: /^32(\d{2}(\d{2})?)?$/.test(region) ? region : PROVINCE,
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : monthBefore(monthOf(now), 1),
  };
}

/** The month in China. */
function monthOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
}

export function monthBefore(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const months = year * 12 + number - 1 - count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** First and last day of the twelve months that end with a month. */
export function yearUntil(month: string): { from: string; until: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${monthBefore(month, 11)}-01`, until: `${month}-${last}` };
}
