import { changeTables, type LockPatience, openDatabase } from '@yiwang/subgraph-kit/prepare';

/**
 * Makes the parts of the table of declarations for this year and the next one. Until it has run in a year, the last part takes what is later; then rows move
 * from there.
 *
 * @param url of the database, as its owner
 */
export async function makeDeclarationYears(url: string, patience: LockPatience): Promise<void> {
  await using database = openDatabase(url, { connections: 1 });
  const { sql } = database;
  const what = 'The part of a year of the table declarations';
  const [made] = await changeTables(
    sql,
    patience,
    what,
    (tx) => tx<{ years: number }[]>`
      select make_declaration_years(extract(year from now())::integer + 1) as years`,
  );
  const [table] = await sql<{ isUnknown: boolean }[]>`
    select reltuples < 0 as "isUnknown" from pg_class where oid = 'public.declarations'::regclass`;
  // Autovacuum looks at the parts only.
  if (made!.years > 0 || table!.isUnknown) await sql`analyze declarations`;
}
