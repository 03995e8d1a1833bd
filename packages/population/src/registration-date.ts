import { dayOfDate } from './calendar.ts';
import type { Stream } from './stream.ts';
import { createWeightTable } from './weight-table.ts';

/**
 * Registrations by year, as weights; enterprises that have ended since are among them.
 * Few before the market economy of 1992, many after the registration reform of 2014.
 */
const REGISTRATIONS: Readonly<Record<number, number>> = {
  ...{ 1980: 4, 1981: 3, 1982: 3, 1983: 3, 1984: 5, 1985: 6, 1986: 5, 1987: 6, 1988: 8, 1989: 8 },
  ...{ 1990: 9, 1991: 9, 1992: 18, 1993: 24, 1994: 20, 1995: 20, 1996: 22, 1997: 24, 1998: 30, 1999: 34 },
  ...{
    2000: 42,
    2001: 55,
    2002: 72,
    2003: 95,
    2004: 105,
    2005: 110,
    2006: 120,
    2007: 132,
    2008: 130,
    2009: 160,
  },
  ...{
    2010: 200,
    2011: 220,
    2012: 230,
    2013: 280,
    2014: 380,
    2015: 430,
    2016: 520,
    2017: 580,
    2018: 620,
    2019: 640,
  },
  ...{ 2020: 680, 2021: 740, 2022: 700, 2023: 780, 2024: 760, 2025: 720 },
};

interface Year {
  firstDay: number;
  lastDay: number;
}

const YEARS = createWeightTable(
  Object.entries(REGISTRATIONS).map(([year, weight]) => {
    const days: Year = { firstDay: dayOfDate(`${year}-01-01`), lastDay: dayOfDate(`${year}-12-31`) };
    return [days, weight] as const;
  }),
);

/** The day of registration (see `dayOfDate`) of enterprise i, from 1980-01-01 to the reference date. */
export function drawRegistrationDay(stream: Stream, i: number): number {
  const { firstDay, lastDay } = stream.weighted(i, 0, YEARS);
  return stream.integer(i, 1, firstDay, lastDay);
}
