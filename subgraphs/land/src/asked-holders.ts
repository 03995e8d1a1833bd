import { normaliseName } from '@yiwang/codes';
import { sql } from 'drizzle-orm';

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

/** Holders of a batch as a table `asked(key, uscc, name)`, name null where there is none. See {@link readHolders}. */
export const askedHolders = sql`unnest(${sql.placeholder('keys')}::text[], ${sql.placeholder('usccs')}::text[],
  ${sql.placeholder('names')}::text[]) as asked(key, uscc, name)`;

/**
 * The values of {@link askedHolders}.
 *
 * @param keys as {@link holderKey} made them
 */
export function readHolders(keys: readonly string[]) {
  const holders = keys.map((key) => JSON.parse(key) as [uscc: string, name?: string]);
  return { keys, usccs: holders.map(([uscc]) => uscc), names: holders.map(([, name]) => name ?? null) };
}
