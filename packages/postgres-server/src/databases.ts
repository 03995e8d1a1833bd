import type postgres from 'postgres';
import { parseServerUrl, withConnection } from './connect.ts';
import { PostgresError } from './postgres-error.ts';
import { quoteText } from './roles.ts';

/** PostgreSQL's codes: the name is taken; another session took it in the same moment; no such locale. */
const NAME_TAKEN = new Set(['42P04', '23505']);
const NO_SUCH_LOCALE = '42809';

/**
 * Makes a database unless it exists: UTF-8, ordered by code point, with the letters of all scripts.
 *
 * Collation `C`, because keyset pages and prefix searches need an order that is the same on every
 * machine. Character type `C.UTF-8` and not `C`, because pg_trgm asks it what a letter is: under `C`
 * Chinese characters are none, and a search by part of a name finds nothing, without an error.
 * Where the machine has no C.UTF-8 (macOS, older Red Hat) another UTF-8 locale knows letters as well.
 *
 * @param serverUrl URL of any database of the server
 * @throws PostgresError also when the database exists with a character type that finds no Chinese
 */
export async function createDatabase(serverUrl: string, name: string): Promise<void> {
  await withConnection(serverUrl, async (sql) => {
    if (await checkExisting(sql, name)) return;
    try {
      await create(sql, name, 'C.UTF-8').catch(async (error) => {
        if (error.code !== NO_SUCH_LOCALE) throw error;
        await create(sql, name, await anotherUtf8Locale(sql));
      });
    } catch (error) {
      if (!NAME_TAKEN.has((error as { code?: string }).code ?? '')) throw error;
      await checkExisting(sql, name);
    }
  });
}

/** Drops a database and ends its sessions. Returns false when there was none. */
export async function dropDatabase(serverUrl: string, name: string): Promise<boolean> {
  return withConnection(serverUrl, async (sql) => {
    const existed = (await sql`select from pg_database where datname = ${name}`).length > 0;
    await sql`drop database if exists ${sql(name)} with (force)`;
    return existed;
  });
}

/** Those of the given names that exist, in the given order. */
export async function listDatabases(serverUrl: string, names: readonly string[]): Promise<string[]> {
  return withConnection(serverUrl, async (sql) => {
    const rows = await sql<
      { datname: string }[]
    >`select datname from pg_database where datname = any(${[...names]})`;
    const existing = new Set(rows.map((row) => row.datname));
    return names.filter((name) => existing.has(name));
  });
}

/** The URL of one database of a server: all else of the server's URL is kept. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = parseServerUrl(serverUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

async function create(sql: postgres.Sql, name: string, ctype: string): Promise<void> {
  // A utility statement takes no parameters: the locale comes from here or from the server's own list.
  await sql`create database ${sql(name)}
    encoding 'UTF8' lc_collate 'C' lc_ctype ${sql.unsafe(quoteText(ctype))} template template0`;
}

async function checkExisting(sql: postgres.Sql, name: string): Promise<boolean> {
  const [found] = await sql<{ encoding: string; ctype: string }[]>`
    select pg_encoding_to_char(encoding) as encoding, datctype as ctype from pg_database where datname = ${name}`;
  if (!found) return false;
  if (found.encoding !== 'UTF8' || ['C', 'POSIX'].includes(found.ctype)) {
    throw new PostgresError(
      `The database ${name} exists with encoding ${found.encoding} and character type ${found.ctype}, under which searches find no Chinese. Rename it, or drop it with --reset.`,
    );
  }
  return true;
}

async function anotherUtf8Locale(sql: postgres.Sql): Promise<string> {
  const [locale] = await sql<{ ctype: string }[]>`
    select collctype as ctype from pg_collation
    where collprovider = 'c' and collctype ~* 'utf-?8'
    order by collctype not like 'zh_CN%', collctype not like 'en_US%', collctype
    limit 1`;
  if (locale) return locale.ctype;
  throw new PostgresError(
    'The PostgreSQL server knows no UTF-8 locale. Install one on its machine (C.UTF-8) and start it again.',
  );
}
