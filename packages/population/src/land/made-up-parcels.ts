import { sectionOfDivision } from '@yiwang/codes';
import { dayOfDate, REFERENCE_DATE } from '../calendar.ts';
import type { MadeUpEnterprise, Population } from '../population.ts';
import { createWeightTable } from '../weight-table.ts';
import { drawOutline, type Outline } from './outline.ts';
import { plotOf } from './plots.ts';
import { GREATEST_SHARE, landOfSection, type SiteKind } from './site-kinds.ts';

/** A parcel with all that its rows in several tables must agree on. */
export interface MadeUpParcel {
  /** Index of the holder in the population, and which of its parcels this is: the address of random draws. */
  i: number;
  k: number;
  code: string;
  holder: MadeUpEnterprise;
  kind: SiteKind;
  outline: Outline;
  location: string;
  /** Days since 1970: when the supply was signed and when the right was registered. */
  signedDay: number;
  registeredDay: number;
}

const PARCELS_A_HOLDER = createWeightTable([
  [1, 75],
  [2, 18],
  [3, 7],
] as const);

/** Collective land may be used for building since 2020 without being taken by the state first. */
const COLLECTIVE_SHARE = 0.06;

const MAX_DAYS_TO_REGISTER = 240;

const ROADS = [
  '人民',
  '建设',
  '长江',
  '解放',
  '迎宾',
  '振兴',
  '科技',
  '工业',
  '青年',
  '淮海',
  '新华',
  '环城',
];
const SIDES = ['东侧', '西侧', '南侧', '北侧'];

export const REFERENCE_DAY = dayOfDate(REFERENCE_DATE);

/**
 * Every parcel of the population, the same ones in the same order each time: holders by index. Holds no
 * parcel, only how many each county has so far.
 */
export function* madeUpParcels(population: Population): Generator<MadeUpParcel> {
  const holds = population.stream('land/holds');
  const numbers = population.stream('land/parcels');
  const kinds = population.stream('land/kind');
  const outlines = population.stream('land/outline');
  const owners = population.stream('land/ownership');
  const places = population.stream('land/location');
  const days = population.stream('land/days');
  const parcelsOfCounty = new Map<string, number>();

  for (let i = 0; i < population.size; i++) {
    const draw = holds.uniform(i);
    // Most enterprises are passed over before they are made: that is what takes the time.
    if (draw >= GREATEST_SHARE) continue;
    const holder = population.enterprise(i);
    const [share, kindsOfSection] = landOfSection(sectionOfDivision(holder.industryCode.slice(0, 2))!);
    if (draw >= share || !mayHoldLand(holder)) continue;

    const parcels = numbers.weighted(i, 0, PARCELS_A_HOLDER);
    for (let k = 0; k < parcels; k++) {
      const before = parcelsOfCounty.get(holder.regionCode) ?? 0;
      parcelsOfCounty.set(holder.regionCode, before + 1);
      const plot = plotOf(holder.regionCode, before);
      const kind = kinds.pick(i, k, kindsOfSection);
      const features = owners.chance(i, k, COLLECTIVE_SHARE) ? 'JB' : 'GB';
      const foundedDay = dayOfDate(holder.registeredOn);
      // Early enough that the registration, months later, does not pile up on the reference date.
      const lastDay = Math.max(foundedDay, REFERENCE_DAY - MAX_DAYS_TO_REGISTER);
      const signedDay = days.integer(i, 2 * k, foundedDay, lastDay);
      yield {
        i,
        k,
        code: holder.regionCode + plot.cadastralArea + plot.cadastralSubArea + features + plot.number,
        holder,
        kind,
        outline: drawOutline(outlines, i, k, plot, kind.side),
        location: `${places.pick(i, 2 * k, ROADS)}路${places.pick(i, 2 * k + 1, SIDES)}`,
        signedDay,
        registeredDay: Math.min(
          signedDay + days.integer(i, 2 * k + 1, 30, MAX_DAYS_TO_REGISTER),
          REFERENCE_DAY,
        ),
      };
    }
  }
}

/** Hundredths as a decimal: 1234500 → 12345.00. */
export function hundredths(value: number): string {
  const text = String(value).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** A branch is no legal person, and what is deregistered holds nothing. */
function mayHoldLand({ typeCode, status }: MadeUpEnterprise): boolean {
  return typeCode !== '2100' && status !== 'DEREGISTERED';
}
