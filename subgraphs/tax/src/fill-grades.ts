import { openDatabase } from '@yiwang/subgraph-kit/prepare';

const ROWS_AT_ONCE = 5000;

/**
 * Fills what grades are found by, of taxpayers that were stored before there was a column for it. Goes through the table in steps of their own, so that a
 * process that is killed goes on where it was; where nothing is to be done, the index says so at once.
 *
 * @param url of the database, as its owner
 */
export async function fillGrades(url: string): Promise<void> {
  await using database = openDatabase(url, { connections: 1 });
  for (;;) {
    const { count } = await database.sql`
      update taxpayers set grades = grade_terms(no)
      where no in (select no from taxpayers where grades is null order by no limit ${ROWS_AT_ONCE})`;
    if (count === 0) return;
  }
}
