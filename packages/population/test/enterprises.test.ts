import { isOrganisationCode, isUscc, normaliseName, parseUscc } from '@yiwang/codes';
import { expect, test } from 'vitest';
import {
  COMMON_INDUSTRIES,
  COUNTIES,
  createPopulation,
  dateOfDay,
  dayOfDate,
  ENTERPRISE_TYPES,
  type MadeUpEnterprise,
  REFERENCE_DATE,
  STATUSES,
} from '../src/index.ts';

const SAMPLE = 100_000;
const enterprises: MadeUpEnterprise[] = (() => {
  const population = createPopulation({ scale: 5 });
  return Array.from({ length: SAMPLE }, (_, i) => population.enterprise(i));
})();

/** Those of the sample that break a rule; a whole enterprise is shown when there are any. */
function breaking(rule: (enterprise: MadeUpEnterprise) => boolean): MadeUpEnterprise[] {
  return enterprises.filter((enterprise) => !rule(enterprise)).slice(0, 3);
}

test('every code is a valid USCC of an enterprise around a valid organisation code, registered where the enterprise is', () => {
  expect(
    breaking(({ uscc, regionCode }) => {
      if (!isUscc(uscc)) return false;
      const { authority, class: kind, region, organisationCode } = parseUscc(uscc);
      return authority + kind === '91' && region === regionCode && isOrganisationCode(organisationCode);
    }),
  ).toEqual([]);
});

test('every date is a day of the calendar, from 1980 to the reference date, and no status is older than the enterprise', () => {
  expect(
    breaking(
      ({ registeredOn, statusSince }) =>
        dateOfDay(dayOfDate(registeredOn)) === registeredOn &&
        dateOfDay(dayOfDate(statusSince)) === statusSince &&
        '1980-01-01' <= registeredOn &&
        registeredOn <= statusSince &&
        statusSince <= REFERENCE_DATE,
    ),
  ).toEqual([]);
});

test('an active enterprise is active since its registration', () => {
  expect(breaking((e) => e.status !== 'ACTIVE' || e.statusSince === e.registeredOn)).toEqual([]);
});

test('every name is in written form and ends in the legal form that fits the type', () => {
  const endings: Record<string, RegExp> = {
    '1210': /股份有限公司$/,
    '1220': /股份有限公司$/,
    '2100': /公司.+分公司$/,
  };
  expect(
    breaking(({ name, typeCode }) => {
      const ending = endings[typeCode] ?? /(?<!股份)有限(责任)?公司$/;
      return normaliseName(name) === name && ending.test(name);
    }),
  ).toEqual([]);
});

test('names repeat seldom: less than once in a thousand', () => {
  expect(new Set(enterprises.map(({ name }) => name)).size).toBeGreaterThan(SAMPLE * 0.999);
});

test('capital is an exact positive decimal of at most four places without idle zeros, and a branch has none', () => {
  expect(
    breaking(({ capital10kCny, typeCode }) =>
      typeCode === '2100' ? capital10kCny === null : /^[1-9]\d*(\.\d{0,3}[1-9])?$/.test(capital10kCny ?? ''),
    ),
  ).toEqual([]);
});

test('a business scope names items of the industry, none twice', () => {
  const general = new Map(COMMON_INDUSTRIES.map((industry) => [industry.code, industry.general]));
  expect(
    breaking(({ businessScope, industryCode }) => {
      const items = businessScope
        .replace(/（(依法|除依法)[^）]+）/g, '')
        .split(/[；。]|许可项目：|一般项目：/)
        .filter(Boolean);
      return (
        new Set(items).size === items.length &&
        general.get(industryCode)!.every((item) => items.includes(item))
      );
    }),
  ).toEqual([]);
});

test('no enterprise of one person is older than the law that allows it', () => {
  expect(breaking((e) => e.typeCode !== '1151' || e.registeredOn >= '2006-01-01')).toEqual([]);
});

test('types, statuses and cities come in the proportions that the README states', () => {
  const share = (rule: (enterprise: MadeUpEnterprise) => boolean) =>
    (100 * enterprises.filter(rule).length) / SAMPLE;
  const near = (percent: number, rule: (enterprise: MadeUpEnterprise) => boolean) => {
    expect(Math.abs(share(rule) - percent)).toBeLessThan(0.6);
  };
  near(51.2, (e) => e.typeCode === '1130');
  near(30.6, (e) => e.typeCode === '1151');
  near(8.4, (e) => e.typeCode === '2100');
  near(73.2, (e) => e.status === 'ACTIVE');
  near(17.9, (e) => e.status === 'DEREGISTERED');
  near(7.4, (e) => e.status === 'REVOKED');
  near(19.1, (e) => e.regionCode.startsWith('3205'));
  near(13.6, (e) => e.regionCode.startsWith('3201'));
  near(12.0, (e) => e.regionCode.startsWith('3202'));
  near(33.4, (e) => /^5[12]/.test(e.industryCode));
  near(18.4, (e) => /^(1[3-9]|2|3|4[0-3])/.test(e.industryCode));
  near(37.7, (e) => e.registeredOn >= '2021-01-01');
});

test('the older, the fewer are still active', () => {
  const active = ['1980', '2005', '2015', '2020', '2023', '2025'].map((year, n, years) => {
    const born = enterprises.filter(
      (e) => e.registeredOn >= year && e.registeredOn < (years[n + 1] ?? '2026'),
    );
    return born.filter((e) => e.status === 'ACTIVE').length / born.length;
  });
  expect(active).toEqual(active.toSorted());
});

test('every county, industry, type and status occurs', () => {
  expect(new Set(enterprises.map((e) => e.regionCode)).size).toBe(COUNTIES.length);
  expect(new Set(enterprises.map((e) => e.industryCode)).size).toBe(COMMON_INDUSTRIES.length);
  expect(new Set(enterprises.map((e) => e.typeCode)).size).toBe(ENTERPRISE_TYPES.length);
  expect(new Set(enterprises.map((e) => e.status)).size).toBe(STATUSES.length);
});
