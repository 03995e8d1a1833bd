import { dateOfDay, dayOfDate, REFERENCE_DATE } from '../calendar.ts';
import { type MadeUpUnit, madeUpUnits } from '../land/made-up-units.ts';
import type { MadeUpEnterprise, Population } from '../population.ts';
import { createWeightTable } from '../weight-table.ts';
import type { TransferApplication } from './application.ts';
import { beginningOf, createHistory, FIRST_DAY, isWorkingDay, LATER, workingDayBefore } from './history.ts';
import { createNumbers, createPeople, type People } from './people.ts';

/** Of a thousand units that were registered earlier, those that somebody applies to acquire, who does not have them, or not yet. */
const NEW_PER_THOUSAND = 100;
/** Of the first units that were registered earlier these many are being acquired, so that an office has cases in a small population as well. */
const ALWAYS_UNDER_WAY = 3;
const FIRST_APPLICATION_DAY = dayOfDate(FIRST_DAY);
/** First day of the registrations that were applied for since. */
const FIRST_REGISTERED_DAY = dayOfDate('2024-02-01');
/** Percent of the price; the rate of the department of tax as it is delivered. */
const DEED_TAX_PERCENT = 3;

type Outcome = 'DRAFT' | 'GRANTED' | 'DENIED' | 'DECLINED' | 'WITHDRAWN';
/** What is granted begins so late that it is not decided yet. */
const OUTCOMES = createWeightTable<Outcome>([
  ['DRAFT', 15],
  ['GRANTED', 45],
  ['DENIED', 6],
  ['DECLINED', 9],
  ['WITHDRAWN', 25],
]);

/** The transfers of real estate: of the first unit of each holder at most one. */
export function* transfers(population: Population): Generator<TransferApplication> {
  const draws = population.stream('matters/transfer');
  const people = createPeople(population, 'transfer');
  let last = -1;
  let earlier = 0;
  for (const unit of madeUpUnits(population)) {
    const { i, holder } = unit.parcel;
    if (i === last) continue;
    last = i;
    const isTaxpayer = holder.status === 'ACTIVE' || holder.status === 'SUSPENDED';
    if (unit.registeredDay > FIRST_REGISTERED_DAY) {
      const registeredOn = dateOfDay(unit.registeredDay);
      if (isTaxpayer && registeredOn < REFERENCE_DATE && isWorkingDay(registeredOn)) {
        yield doneTransfer(population, people, i, unit, registeredOn);
      }
    } else if (unit.registeredDay < FIRST_APPLICATION_DAY) {
      earlier += 1;
      if (earlier <= ALWAYS_UNDER_WAY) yield newTransfer(population, people, i, unit, 'GRANTED');
      else if (draws.integer(i, 0, 0, 999) < NEW_PER_THOUSAND) {
        const outcome = population.stream('matters/transfer/outcome').weighted(i, 0, OUTCOMES);
        yield newTransfer(population, people, i, unit, outcome);
      }
    }
  }
}

/** Whoever holds the unit has acquired it so. */
function doneTransfer(
  population: Population,
  people: People,
  i: number,
  unit: MadeUpUnit,
  decidedOn: string,
): TransferApplication {
  const { holder } = unit.parcel;
  const as = { person: people.stranger(i), applicant: holder, holderIndex: i };
  return transfer(population, people, i, unit, as, people.sellerName(i), 'GRANTED', decidedOn);
}

/** Somebody applies to acquire a unit of which another is the holder, and stays it. */
function newTransfer(
  population: Population,
  people: People,
  i: number,
  unit: MadeUpUnit,
  outcome: Outcome,
): TransferApplication {
  const { holder } = unit.parcel;
  const known = people.known(i);
  const applicant = known?.enterprise && known.enterprise.uscc !== holder.uscc ? known.enterprise : null;
  const as = {
    person: known?.person ?? people.stranger(i),
    applicant,
    holderIndex: applicant && indexOf(population, applicant),
  };
  return transfer(population, people, i, unit, as, holder.uscc, outcome, null);
}

/** @param decidedOn null for what was not granted, or not yet */
function transfer(
  population: Population,
  people: People,
  i: number,
  unit: MadeUpUnit,
  as: Pick<TransferApplication, 'person' | 'applicant' | 'holderIndex'>,
  holderBefore: string,
  outcome: Outcome,
  decidedOn: string | null,
): TransferApplication {
  const history = createHistory(population.stream('matters/transfer/history'), i);
  const isUnderWay = decidedOn === null && (outcome === 'DRAFT' || outcome === 'GRANTED');
  const days = history.integer(1, 4);
  const begunOn = decidedOn
    ? workingDayBefore(decidedOn, days)
    : beginningOf(history, isUnderWay ? 1 : 0, outcome === 'DRAFT' ? 40 : 1);
  const submitted = history.begin(begunOn, outcome === 'DRAFT');
  if (outcome !== 'DRAFT') {
    const taxed = history.machine('tax', history.machine('hold', submitted));
    const at = history.takeCase(
      {
        step: 'registration',
        outcome,
        days: [1, 4],
        returnedShare: isUnderWay ? 0.5 : days > 1 ? 0.25 : 0,
        completionDays: decidedOn ? 0 : 6,
        ...(isUnderWay && { decidedOn: LATER }),
        ...(decidedOn && { decidedOn }),
      },
      taxed,
    );
    if (outcome !== 'GRANTED') {
      history.undo(['tax', 'hold'], outcome === 'WITHDRAWN' ? history.withdraw(at, 'registration') : at);
    }
  }
  // Whole hundreds: the tax is whole yuan.
  const hundreds = history.integer(6_000, 200_000);
  const region = unit.parcel.holder.regionCode;
  const entries = history.entries();
  const number = createNumbers(entries, region, i);
  return {
    matter: 'YJS320000002',
    serial: i,
    number: number('L', 'R', null),
    region,
    ...as,
    phone: people.phone(i),
    unit,
    holder: { name: as.applicant?.name ?? as.person.name, uscc: as.applicant?.uscc ?? null },
    holderBefore,
    priceCny: `${hundreds * 100}.00`,
    taxCny: `${hundreds * DEED_TAX_PERCENT}.00`,
    history: entries,
    cases: { registration: number('LD', 'R', 'registration') },
  };
}

/** Where one of the first enterprises stands. */
function indexOf(population: Population, { uscc }: MadeUpEnterprise): number {
  for (let i = 0; ; i++) if (population.enterprise(i).uscc === uscc) return i;
}
