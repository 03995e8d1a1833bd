import { openDatabase } from '@yiwang/subgraph-kit/prepare';
import type { Sql } from 'postgres';

const ROWS_AT_ONCE = 5000;
/** Each row that is filled is written to them again, which takes most of the time: in the order of rows, or sorted, thousands at once. */
const WORD_INDEXES = ['taxpayers_name_grams', 'taxpayers_grades'];
/** A search reads what is not sorted yet besides the index: in some milliseconds. */
const MAX_PENDING_KB = 16_384;

/**
 * Fills what grades are found by, of taxpayers that were stored before there was a column for it. Goes through the table in steps of their own, so that a
 * process that is killed goes on where it was; where nothing is to be done, an index says so at once.
 *
 * @param url of the database, as its owner
 */
export async function fillGrades(url: string): Promise<void> {
  await using database = openDatabase(url, { connections: 1 });
  const { sql } = database;
  const [missing] = await sql`select from taxpayers where grades is null limit 1`;
  if (missing) await collectWords(sql);
  for (let count = missing ? ROWS_AT_ONCE : 0; count > 0;) {
    ({ count } = await sql`
      update taxpayers set grades = grade_terms(no)
      where no in (select no from taxpayers where grades is null order by no limit ${ROWS_AT_ONCE})`);
  }
  await sortWords(sql);
}

/** Lets indexes collect what is written, and sort it in when it is much. Reads and writes go on. */
async function collectWords(sql: Sql): Promise<void> {
  for (const index of WORD_INDEXES)
    await sql`alter index ${sql(index)} set (fastupdate = on, gin_pending_list_limit = ${sql.unsafe(String(MAX_PENDING_KB))})`;
}

/** Ends that, also for a process that was killed before it could. */
async function sortWords(sql: Sql): Promise<void> {
  const collecting = await sql<{ name: string }[]>`
    select relname as name from pg_class where relname = any(${WORD_INDEXES}) and 'fastupdate=on' = any(reloptions)
      and relnamespace = 'public'::regnamespace`;
  for (const { name } of collecting) {
    await sql`alter index ${sql(name)} set (fastupdate = off)`;
    await sql`alter index ${sql(name)} reset (gin_pending_list_limit)`;
    await sql`select gin_clean_pending_list(${name}::regclass)`;
  }
}
