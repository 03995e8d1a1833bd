import { normaliseName, searchForm } from '@yiwang/codes';
import {
  cleanCode,
  countWritten,
  Rejection,
  type Register,
  type RegisterRecord,
  requireText,
  type StoredRows,
  type WrittenRow,
} from '@yiwang/subgraph-kit';
import type { Sql } from 'postgres';
import { CREDIT_LEVELS, type CreditLevel } from '../src/enums.ts';
import { parseTaxpayerNumber } from '../src/taxpayer-number.ts';

interface CreditLine {
  id: string;
  name: string;
  search_name: string;
  region_code: string | null;
  year: number;
  grade: CreditLevel;
  authority: string;
  original: RegisterRecord;
}

/**
 * Graded taxpayers 纳税信用级别名单 as tax offices publish them; only grade A has to be public. A
 * taxpayer stands in it once for each office that it is registered with.
 */
export const creditRegister: Register<CreditLine> = {
  name: 'tax credit grades',
  columns: ['taxpayer_id', 'name', 'credit_level', 'year', 'tax_authority', 'uscc_valid'],
  clean,
  keyOf: ({ id, year, authority }) => `${id} ${year} ${authority}`,
  store,
};

function clean(record: RegisterRecord): CreditLine {
  const { id, region } = cleanCode('taxpayer_id', record['taxpayer_id']!, parseTaxpayerNumber);
  const name = normaliseName(requireText('name', record['name']!));
  return {
    id,
    name,
    search_name: searchForm(name),
    region_code: region,
    year: readYear(record['year']!),
    grade: readGrade(record['credit_level']!),
    authority: normaliseName(requireText('tax_authority', record['tax_authority']!)),
    original: record,
  };
}

/** Grades have been given since 2003, under the rules of today since 2014. */
function readYear(text: string): number {
  if (!/^20\d\d$/.test(text.trim())) throw new Rejection(`year: ${text} is not a year from 2000 to 2099`);
  return Number(text);
}

function readGrade(text: string): CreditLevel {
  const grade = CREDIT_LEVELS.find((level) => level === text.trim().toUpperCase());
  if (!grade) throw new Rejection(`credit_level: ${text} is none of ${CREDIT_LEVELS.join(', ')}`);
  return grade;
}

/** Four statements a batch: offices, taxpayers, grades, and what the grades are found by. */
async function store(sql: Sql, lines: readonly CreditLine[]): Promise<StoredRows> {
  const json = JSON.stringify(lines);
  await sql`
    insert into tax_authorities (name)
    select distinct authority from jsonb_to_recordset(${json}::jsonb) as line (authority text)
    on conflict (name) do nothing`;
  await storeTaxpayers(sql, lines);
  const written = await sql<WrittenRow[]>`
    insert into credit_grades (taxpayer_no, year, authority_no, grade, source, original)
    select taxpayers.no, line.year, tax_authorities.no, line.grade, 'REGISTER', line.original
    from jsonb_to_recordset(${json}::jsonb)
      as line (id text, year smallint, authority text, grade credit_level, original jsonb)
    join taxpayers using (id)
    join tax_authorities on tax_authorities.name = line.authority
    on conflict (taxpayer_no, year, authority_no)
      do update set grade = excluded.grade, source = excluded.source, original = excluded.original
      where (credit_grades.grade, credit_grades.source, credit_grades.original)
        is distinct from (excluded.grade, excluded.source, excluded.original)
    returning (xmax = 0) as added`;
  await sql`
    update taxpayers set grades = grade_terms(no)
    where id = any(${lines.map(({ id }) => id)}) and grades is distinct from grade_terms(no)`;
  return countWritten(written);
}

/** Name and office come from the last list; of one list, from the last line. */
async function storeTaxpayers(sql: Sql, lines: readonly CreditLine[]): Promise<void> {
  const byId = new Map<string, CreditLine>();
  for (const line of lines) {
    const before = byId.get(line.id);
    if (!before || line.year >= before.year) byId.set(line.id, line);
  }
  await sql`
    insert into taxpayers (id, name, search_name, region_code, authority_no, listed_year, source)
    select line.id, line.name, line.search_name, line.region_code, tax_authorities.no, line.year, 'REGISTER'
    from jsonb_to_recordset(${JSON.stringify([...byId.values()])}::jsonb)
      as line (id text, name text, search_name text, region_code text, authority text, year smallint)
    join tax_authorities on tax_authorities.name = line.authority
    on conflict (id) do update
      set name = excluded.name, search_name = excluded.search_name, authority_no = excluded.authority_no,
        listed_year = excluded.listed_year, source = excluded.source
      where excluded.listed_year >= coalesce(taxpayers.listed_year, 0)`;
}
