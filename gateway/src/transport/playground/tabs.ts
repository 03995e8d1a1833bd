import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A tab of the playground, in GraphiQL's form. */
export interface Tab {
  query: string;
  /** JSON; left out where the query has no file of variables. */
  variables?: string;
}

/**
 * Returns the first queries of a playground: the .graphql files of a folder, sorted by name. A file of the same name that ends in
 * .json holds the variables.
 *
 * @returns none when the folder is empty, missing or not named
 */
export async function readTabs(folder: string): Promise<Tab[]> {
  if (folder === '') return [];
  const names = await readdir(folder).catch((): string[] => []);
  const queries = names.filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    queries.map(async (name): Promise<Tab> => {
      const query = await readFile(join(folder, name), 'utf8');
      const values = name.replace(/\.graphql$/, '.json');
      if (!names.includes(values)) return { query };
      return { query, variables: await readFile(join(folder, values), 'utf8') };
    }),
  );
}
