import { searchForm } from '@yiwang/codes';
import { openDatabase } from '../database/open-database.ts';

const ROWS_AT_ONCE = 5000;

/**
 * Fills the pinyin initials of rows that were stored before there was a column for them: SQL cannot read Chinese. Goes through the table
 * in steps of their own, so that a process that is killed goes on where it was; where nothing is to be done, the index says so at once.
 *
 * @param url of the database, as its owner
 * @param table has `name` and `name_initials`, which is null where it is to be filled
 * @param key its primary key, of text
 */
export async function fillInitials(url: string, table: string, key: string): Promise<void> {
  await using database = openDatabase(url, { connections: 1 });
  const { sql } = database;
  for (;;) {
    const rows = await sql<{ key: string; name: string }[]>`
      select ${sql(key)} as key, name from ${sql(table)} where name_initials is null limit ${ROWS_AT_ONCE}`;
    if (rows.length === 0) return;
    // Loaded late: nearly every start ends above, and the library takes a while.
    const { pinyinInitials } = await import('@yiwang/codes/pinyin');
    const filled = rows.map(({ name }) => pinyinInitials(searchForm(name)));
    await sql`
      update ${sql(table)} as stored set name_initials = filled.initials
      from unnest(${rows.map((row) => row.key)}::text[], ${filled}::text[]) as filled (key, initials)
      where stored.${sql(key)} = filled.key`;
  }
}
