import { COUNTIES } from '../counties.ts';
import { drawName } from '../enterprise-name.ts';
import { COMMON_INDUSTRIES } from '../industries.ts';
import type { MadeUpEnterprise, Population } from '../population.ts';
import { createWeightTable } from '../weight-table.ts';
import type { OpeningApplication } from './application.ts';
import {
  beginningOf,
  createHistory,
  type History,
  isWorkingDay,
  LATER,
  workingDayBefore,
} from './history.ts';
import { createNumbers, createPeople, type People } from './people.ts';

/** The first enterprises are left to the persons who represent them. */
const FIRST_INDEX = 100;
/** Of a thousand enterprises those after whose model one is applied for that does not come to be, or not yet. */
const NEW_PER_THOUSAND = 10;
/** Of a thousand enterprises those whose opening went through the graph, if it falls into the two years. */
const OPENED_PER_THOUSAND = 500;
/** Longer than the trade name of any enterprise of the population: such a name is free. */
const TRADE_NAME_LENGTH = 5;
const FOOD_SHARE = 0.25;
/** What was registered since is under way on the reference date, and more of it waits for a food permit, which takes longer. */
const RECENT_DAY = '2025-12-19';
const RECENT_FOOD_SHARE = 0.5;

type Outcome = 'DRAFT' | 'GRANTED' | 'DENIED' | 'DECLINED' | 'WITHDRAWN';
/** What is granted begins so late that it is not decided yet. */
const OUTCOMES = createWeightTable<Outcome>([
  ['DRAFT', 20],
  ['GRANTED', 40],
  ['DENIED', 6],
  ['DECLINED', 10],
  ['WITHDRAWN', 24],
]);

const COUNTY_BY_CODE = new Map(COUNTIES.map((county) => [county.code, county]));
const INDUSTRY_BY_CODE = new Map(COMMON_INDUSTRIES.map((industry) => [industry.code, industry]));

/** The openings of enterprises, by index in the population. A larger population begins with those of the smaller one. */
export function* openings(population: Population): Generator<OpeningApplication> {
  const draws = population.stream('matters/opening');
  const people = createPeople(population, 'opening');
  for (let i = FIRST_INDEX; i < population.size; i++) {
    const draw = draws.integer(i, 0, 0, 999);
    if (draw < NEW_PER_THOUSAND) yield newOpening(population, people, i);
    else if (draw < OPENED_PER_THOUSAND) {
      const enterprise = population.enterprise(i);
      if (wasOpened(enterprise)) yield doneOpening(population, people, i, enterprise);
    }
  }
}

/** Natural persons have opened it on a working day of the two years, and it is in business. */
function wasOpened({ typeCode, status, registeredOn }: MadeUpEnterprise): boolean {
  const isOfPersons = typeCode === '1130' || typeCode === '1151';
  return isOfPersons && status === 'ACTIVE' && registeredOn > '2024-01-05' && isWorkingDay(registeredOn);
}

/** An enterprise of the population: registered on its day, with seal and food permit after it. */
function doneOpening(
  population: Population,
  people: People,
  i: number,
  enterprise: MadeUpEnterprise,
): OpeningApplication {
  const history = createHistory(population.stream('matters/opening/history'), i);
  const before = history.integer(1, 2);
  const isRecent = enterprise.registeredOn >= RECENT_DAY;
  const isFoodWanted = history.chance(isRecent ? RECENT_FOOD_SHARE : FOOD_SHARE);
  const submitted = history.begin(workingDayBefore(enterprise.registeredOn, before), false);
  const named = history.machine('name', submitted);
  const registered = history.takeCase(
    {
      step: 'registration',
      outcome: 'GRANTED',
      days: [0, 0],
      returnedShare: before === 2 ? 0.3 : 0,
      completionDays: 0,
      decidedOn: enterprise.registeredOn,
    },
    named,
  );
  history.machine('tax', registered);
  const open = isRecent ? { decidedOn: LATER } : {};
  // An application waits for its applicant once at a time: what is completed is completed as a whole.
  const sealReturnedShare = isFoodWanted ? 0 : isRecent ? 0.5 : 0.2;
  const course = { outcome: 'GRANTED', completionDays: 6, ...open } as const;
  history.takeCase({ ...course, step: 'seal', days: [0, 1], returnedShare: sealReturnedShare }, registered);
  if (isFoodWanted) {
    const outcome = history.chance(0.1) ? 'DECLINED' : 'GRANTED';
    const returnedShare = isRecent ? 0.5 : 0.3;
    history.takeCase({ ...course, step: 'food', outcome, days: [1, 5], returnedShare }, registered);
  }
  return opening(people, i, history, enterprise, { isFoodWanted, isRegistered: true });
}

/** One that is not registered: a new name, and all else as of enterprise i. */
function newOpening(population: Population, people: People, i: number): OpeningApplication {
  const model = population.enterprise(i);
  const names = population.stream('matters/opening/name');
  const outcome = population.stream('matters/opening/outcome').weighted(i, 0, OUTCOMES);
  const history = createHistory(population.stream('matters/opening/history'), i);
  const isFoodWanted = history.chance(FOOD_SHARE);
  const isUnderWay = outcome === 'DRAFT' || outcome === 'GRANTED';
  const day = beginningOf(history, isUnderWay ? 1 : 0, outcome === 'DRAFT' ? 40 : 1);
  const submitted = history.begin(day, outcome === 'DRAFT');
  if (outcome !== 'DRAFT') {
    const named = history.machine('name', submitted);
    const at = history.takeCase(
      {
        step: 'registration',
        outcome,
        days: [1, 2],
        returnedShare: isUnderWay ? 0.5 : 0.2,
        completionDays: 6,
        ...(isUnderWay && { decidedOn: LATER }),
      },
      named,
    );
    history.undo(['name'], outcome === 'WITHDRAWN' ? history.withdraw(at, 'registration') : at);
  }
  const typeCode = model.typeCode === '1151' ? '1151' : '1130';
  const county = COUNTY_BY_CODE.get(model.regionCode)!;
  const industry = INDUSTRY_BY_CODE.get(model.industryCode)!;
  const name = drawName(names, i, { county, industry, type: typeCode }, TRADE_NAME_LENGTH);
  return opening(people, i, history, { ...model, typeCode, name }, { isFoodWanted, isRegistered: false });
}

function opening(
  people: People,
  i: number,
  history: History,
  enterprise: MadeUpEnterprise,
  { isFoodWanted, isRegistered }: { isFoodWanted: boolean; isRegistered: boolean },
): OpeningApplication {
  const { regionCode, name, typeCode, industryCode, businessScope, capital10kCny, uscc } = enterprise;
  const entries = history.entries();
  const number = createNumbers(entries, regionCode, i);
  return {
    matter: 'YJS320000001',
    serial: i,
    number: number('L', 'E', null),
    region: regionCode,
    // Who opens an enterprise represents it: the dozen persons open none that came to be.
    person: (isRegistered ? null : people.known(i)?.person) ?? people.stranger(i),
    applicant: null,
    phone: people.phone(i),
    enterprise: {
      name,
      typeCode,
      industryCode,
      businessScope,
      regionCode,
      capitalCny: String(Math.round(Number(capital10kCny ?? '100') * 10_000)),
      address: `中山路${history.integer(1, 300)}号`,
    },
    registered: isRegistered ? { index: i, uscc } : null,
    isFoodWanted,
    areaM2: history.integer(30, 400),
    history: entries,
    cases: {
      registration: number('QY', 'E', 'registration'),
      seal: number('', 'S', 'seal'),
      food: number('', 'F', 'food'),
    },
  };
}
