import { dateOfDay } from '../calendar.ts';
import { type MadeUpParcel, madeUpParcels } from '../land/made-up-parcels.ts';
import type { Population } from '../population.ts';
import { createWeightTable } from '../weight-table.ts';
import type { BuildingApplication } from './application.ts';
import { beginningOf, createHistory } from './history.ts';
import { createNumbers, createPeople, type People } from './people.ts';

/** Of a thousand parcels with factories those for which a building is applied for in the two years. */
const PER_THOUSAND = 400;
const FACTORY = '0601';
/** Most parcels of a holder, so that each has a serial number of its own. */
const PARCELS_A_HOLDER = 4;

type Outcome = 'DRAFT' | 'GRANTED' | 'DENIED' | 'DECLINED' | 'WITHDRAWN';
/** How the application ends, and at which of its steps. */
const ENDS = createWeightTable<readonly [outcome: Outcome, at: number]>([
  [['GRANTED', 3], 76],
  [['DRAFT', 0], 5],
  [['DENIED', 0], 3],
  [['WITHDRAWN', 0], 3],
  [['DECLINED', 1], 4],
  [['WITHDRAWN', 1], 5],
  [['DENIED', 2], 2],
  [['WITHDRAWN', 2], 2],
]);

const STEPS = [
  { step: 'land', days: [1, 5] },
  { step: 'works', days: [2, 7] },
  { step: 'construction', days: [0, 2] },
] as const;

/** The buildings of factories that are applied for, by parcel. */
export function* buildings(population: Population): Generator<BuildingApplication> {
  const draws = population.stream('matters/building');
  const people = createPeople(population, 'building');
  for (const parcel of madeUpParcels(population)) {
    const { i, k, kind, holder } = parcel;
    if (kind.landUse !== FACTORY || holder.status !== 'ACTIVE') continue;
    if (draws.integer(i, k, 0, 999) >= PER_THOUSAND) continue;
    const made = building(population, people, i * PARCELS_A_HOLDER + k, parcel);
    if (made) yield made;
  }
}

/** Null when the parcel was not registered yet on the day that is drawn. */
function building(
  population: Population,
  people: People,
  serial: number,
  parcel: MadeUpParcel,
): BuildingApplication | null {
  const [outcome, end] = population.stream('matters/building/end').weighted(serial, 0, ENDS);
  const history = createHistory(population.stream('matters/building/history'), serial);
  const begunOn = beginningOf(history, outcome === 'DRAFT' ? 1 : 0.3, 40);
  if (begunOn <= dateOfDay(parcel.registeredDay)) return null;
  let at = history.begin(begunOn, outcome === 'DRAFT');
  const done: string[] = [];
  for (const [place, { step, days }] of STEPS.entries()) {
    if (place > end || outcome === 'DRAFT') break;
    const isEnd = place === end;
    const course = { step, days, returnedShare: 0.3, completionDays: 10 };
    at = history.takeCase({ ...course, outcome: isEnd ? outcome : 'GRANTED' }, at);
    if (!isEnd) done.push(step);
    else if (outcome === 'WITHDRAWN') at = history.withdraw(at, step);
  }
  // What was granted before is voided, the last permit first.
  if (outcome !== 'GRANTED') history.undo(done.toReversed(), at);
  const entries = history.entries();
  const region = parcel.holder.regionCode;
  const known = people.known(serial);
  const number = createNumbers(entries, region, serial);
  return {
    matter: 'YJS320000003',
    serial,
    number: number('L', 'C', null),
    region,
    person: known?.enterprise ? known.person : people.stranger(serial),
    applicant: known?.enterprise ?? parcel.holder,
    phone: people.phone(serial),
    parcel,
    projectName: `${history.integer(1, 5)}号厂房`,
    address: parcel.location,
    areaM2: history.integer(2_000, 40_000),
    history: entries,
    cases: {
      land: number('LD', 'P', 'land'),
      works: number('', 'W', 'works'),
      construction: number('', 'C', 'construction'),
    },
  };
}
