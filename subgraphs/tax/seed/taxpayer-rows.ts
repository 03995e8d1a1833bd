import { searchForm } from '@yiwang/codes';
import {
  COUNTIES,
  createWeightTable,
  dayOfDate,
  GENERATED_SOURCE,
  type Population,
} from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import type { CreditLevel } from '../src/enums.ts';
import { OFFICES, taxBureauOf } from '../src/tax-office.ts';
import { type Books, isTaxpayer } from './books.ts';
import { GRADED_YEARS } from './filing-calendar.ts';

/** Of taxpayers that are not new; with the new ones, about 15 % A, 40 % B, 30 % M, 10 % C and 5 % D come out. */
const GRADES = createWeightTable<CreditLevel>([
  ['A', 18],
  ['B', 49],
  ['M', 15],
  ['C', 12],
  ['D', 6],
]);
const CHANCE_OF_THE_SAME_GRADE = 0.7;

export const authorityColumns = ['no', 'name'] as const;
export const taxpayerColumns = [
  'no',
  'authority_no',
  'source',
  'id',
  'region_code',
  'name',
  'search_name',
  'reference',
  'grades',
] as const;
export const gradeColumns = ['taxpayer_no', 'authority_no', 'grade', 'source', 'year'] as const;

export function* authorityRows(): Generator<CopyValue[]> {
  for (const [county, { code }] of COUNTIES.entries()) {
    const bureau = taxBureauOf(code)!;
    for (const [office, officeName] of OFFICES.entries())
      yield [authorityNo(county, office), bureau + officeName];
  }
}

/** @param references numbers of the applications by which taxpayers were registered, by index in the population */
export function* taxpayerRows(
  population: Population,
  books: Books,
  references: ReadonlyMap<number, string>,
): Generator<CopyValue[]> {
  const authorityOf = createAuthorities(population, books);
  const gradesOf = createGrading(population, books);
  for (let i = 0; i < books.size; i++) {
    if (!isTaxpayer(books, i)) continue;
    const { uscc, name, regionCode } = population.enterprise(i);
    const reference = references.get(i) ?? null;
    const terms = gradesOf(i).flatMap(({ grade, year }) => [grade, String(year), grade + year]);
    yield [
      ...[i + 1, authorityOf(i), GENERATED_SOURCE, uscc, regionCode, name, searchForm(name), reference],
      [...new Set(terms)].sort(),
    ];
  }
}

export function* gradeRows(population: Population, books: Books): Generator<CopyValue[]> {
  const gradesOf = createGrading(population, books);
  const authorityOf = createAuthorities(population, books);
  for (let i = 0; i < books.size; i++) {
    if (!isTaxpayer(books, i)) continue;
    const authority = authorityOf(i);
    for (const { grade, year } of gradesOf(i)) yield [i + 1, authority, grade, GENERATED_SOURCE, year];
  }
}

/** The grades of a taxpayer: one for each year in which it existed; M, for new ones, in the year of its registration. */
function createGrading(population: Population, books: Books) {
  const draws = population.stream('tax/grade');
  const years = GRADED_YEARS.map((year) => ({ year, lastDay: dayOfDate(`${year}-12-31`) }));

  return (i: number): { grade: CreditLevel; year: number }[] => {
    const registeredDay = books.registeredDay[i]!;
    const grades: { grade: CreditLevel; year: number }[] = [];
    let grade: CreditLevel | undefined;
    for (const [k, { year, lastDay }] of years.entries()) {
      if (registeredDay > lastDay) continue;
      if (registeredDay > lastDay - 365) grade = 'M';
      else if (!grade || !draws.chance(i, 2 * k, CHANCE_OF_THE_SAME_GRADE))
        grade = draws.weighted(i, 2 * k + 1, GRADES);
      grades.push({ grade, year });
    }
    return grades;
  };
}

function createAuthorities(population: Population, { county }: Books) {
  const offices = population.stream('tax/office');
  return (i: number): number => authorityNo(county[i]!, offices.integer(i, 0, 0, OFFICES.length - 1));
}

function authorityNo(county: number, office: number): number {
  return county * OFFICES.length + office + 1;
}
