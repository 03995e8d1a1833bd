import { normaliseName } from '@yiwang/codes';
import { type SQL, sql } from 'drizzle-orm';

/** An enterprise as results of land supply name it. */
export interface Holder {
  uscc: string;
  /** Undefined when the reference came without it: then only the USCC is sought. */
  name?: string | undefined;
}

/** One text for a holder, for loaders, which know parents by a text. */
export function holderKey({ uscc, name }: Holder): string {
  return JSON.stringify(name === undefined ? [uscc] : [uscc, normaliseName(name)]);
}

/**
 * Holders of a batch as a table `asked(key, uscc, name)`, name null where there is none.
 *
 * @param keys as {@link holderKey} made them
 */
export function askedHolders(keys: readonly string[]): SQL {
  const holders = keys.map((key) => JSON.parse(key) as [uscc: string, name?: string]);
  const usccs = holders.map(([uscc]) => uscc);
  const names = holders.map(([, name]) => name ?? null);
  return sql`unnest(${sql.param(keys)}::text[], ${sql.param(usccs)}::text[], ${sql.param(names)}::text[]) as asked(key, uscc, name)`;
}
