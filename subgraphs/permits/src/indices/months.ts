import { PublicError } from '@yiwang/errors';
import { todayInChina } from '../permit-status.ts';

/** A month in China. */
export interface Month {
  /** Such as 2026-03. */
  name: string;
  /** First day. */
  from: string;
  /** The day after its last day. */
  until: string;
}

const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/;

/** @throws PublicError INVALID_ARGUMENT */
export function readMonth(argument: string, text: string): Month {
  if (MONTH.test(text)) return monthOf(text);
  throw new PublicError(
    'INVALID_ARGUMENT',
    `${argument} must be a month such as 2026-03, from 2000 to 2099.`,
    {
      details: { argument },
    },
  );
}

export function thisMonth(now: Date): Month {
  return monthOf(todayInChina(now).slice(0, 7));
}

export function lastWholeMonth(now: Date): Month {
  return monthsBefore(thisMonth(now), 1);
}

export function monthsBefore({ name }: Month, count: number): Month {
  return monthOf(shifted(name, -count));
}

/** How many months one is before another; negative when it is after. */
export function monthsBetween(one: Month, other: Month): number {
  const [from, to] = [one, other].map(({ name }) => {
    const [year, month] = name.split('-').map(Number) as [number, number];
    return year * 12 + month;
  }) as [number, number];
  return to - from;
}

function monthOf(name: string): Month {
  return { name, from: `${name}-01`, until: `${shifted(name, 1)}-01` };
}

function shifted(name: string, by: number): string {
  const [year, month] = name.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7);
}
