import { drawBusinessScope } from './business-scope.ts';
import { dateOfDay } from './calendar.ts';
import { drawCapital } from './capital.ts';
import { COUNTY_WEIGHTS } from './counties.ts';
import { drawName } from './enterprise-name.ts';
import { drawType, type EnterpriseTypeCode } from './enterprise-type.ts';
import { INDUSTRY_WEIGHTS } from './industries.ts';
import { drawRegistrationDay } from './registration-date.ts';
import { drawStatus, drawStatusDay, type EnterpriseStatus } from './status.ts';
import { createStream, type Stream } from './stream.ts';
import { createUniqueUscc, MAX_POPULATION } from './unique-uscc.ts';

/** Value of `source` in every row that a department makes from this population. */
export const GENERATED_SOURCE = 'GENERATED';

/** Enterprises at scale 1. */
export const ENTERPRISES_AT_SCALE_1 = 20_000;

/** A made-up enterprise as it stands on the reference date. */
export interface MadeUpEnterprise {
  uscc: string;
  name: string;
  typeCode: EnterpriseTypeCode;
  status: EnterpriseStatus;
  /** 'YYYY-MM-DD'. Since when the status holds; the registration for ACTIVE. */
  statusSince: string;
  /** 6 digits, a county of Jiangsu. */
  regionCode: string;
  /** 4 digits, one of COMMON_INDUSTRIES. */
  industryCode: string;
  /** 'YYYY-MM-DD', 1980-01-01 to 2025-12-31. */
  registeredOn: string;
  /** Exact decimal in units of 10,000 CNY (万元), at most 4 decimals. Null for a branch, which has none. */
  capital10kCny: string | null;
  businessScope: string;
}

export interface PopulationOptions {
  /** 1 is 20,000 enterprises. Above 0 and up to 1,000. */
  scale: number;
  /** A whole number. Departments that are to agree must be given the same. */
  seed?: number;
}

export interface Population {
  /** Number of enterprises; their indexes are 0 to size - 1. */
  readonly size: number;
  /**
   * Enterprise number i, made on the spot from seed and index alone. Same seed, same enterprise, in every
   * process and at every scale: a larger population begins with the smaller one.
   *
   * @throws RangeError when i is not a whole number from 0 to size - 1
   */
  enterprise(i: number): MadeUpEnterprise;
  /** A stream of random numbers for a department's own facts, under the population's seed. Begin the name with the department. */
  stream(name: string): Stream;
}

const BRANCH = '2100';

/** The first so many enterprises that are active and no branch; fewer of a population that lacks them. People act for them. */
export function firstActive(population: Population, count: number): MadeUpEnterprise[] {
  const found: MadeUpEnterprise[] = [];
  for (let i = 0; i < population.size && found.length < count; i++) {
    const enterprise = population.enterprise(i);
    if (enterprise.status === 'ACTIVE' && enterprise.typeCode !== BRANCH) found.push(enterprise);
  }
  return found;
}

/**
 * The made-up enterprises that every department seeds from. Holds no state and no enterprise.
 *
 * @throws RangeError when scale or seed is out of range
 */
export function createPopulation({ scale, seed = 1 }: PopulationOptions): Population {
  const size = Math.round(ENTERPRISES_AT_SCALE_1 * scale);
  if (!(size >= 1 && size <= MAX_POPULATION)) {
    throw new RangeError(
      `scale must give 1 to ${MAX_POPULATION} enterprises (1 gives ${ENTERPRISES_AT_SCALE_1}); it is ${scale}.`,
    );
  }
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number; it is ${seed}.`);

  const usccOf = createUniqueUscc(seed);
  const regions = createStream(seed, 'enterprise/region');
  const industries = createStream(seed, 'enterprise/industry');
  const registrations = createStream(seed, 'enterprise/registration');
  const types = createStream(seed, 'enterprise/type');
  const statuses = createStream(seed, 'enterprise/status');
  const names = createStream(seed, 'enterprise/name');
  const capitals = createStream(seed, 'enterprise/capital');
  const scopes = createStream(seed, 'enterprise/scope');

  return {
    size,
    stream: (name) => createStream(seed, name),
    enterprise(i) {
      if (!(Number.isInteger(i) && i >= 0 && i < size)) {
        throw new RangeError(`The population has enterprises 0 to ${size - 1}, not ${i}.`);
      }
      const county = regions.weighted(i, 0, COUNTY_WEIGHTS);
      const industry = industries.weighted(i, 0, INDUSTRY_WEIGHTS);
      const registeredDay = drawRegistrationDay(registrations, i);
      const type = drawType(types, i, registeredDay);
      const status = drawStatus(statuses, i, registeredDay);
      return {
        uscc: usccOf(i, county.code),
        name: drawName(names, i, { county, industry, type }),
        typeCode: type,
        status,
        statusSince: dateOfDay(drawStatusDay(statuses, i, status, registeredDay)),
        regionCode: county.code,
        industryCode: industry.code,
        registeredOn: dateOfDay(registeredDay),
        capital10kCny: drawCapital(capitals, i, type),
        businessScope: drawBusinessScope(scopes, i, industry, registeredDay),
      };
    },
  };
}
