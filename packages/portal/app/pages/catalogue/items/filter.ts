import type { ServiceItemType } from '../../../graphql/generated/graphql.ts';
import { wordsOf } from '../search/what-it-is.ts';

/** The types that people look for first; the rest comes behind. */
export const TYPES = [
  'LICENCE',
  'PUBLIC_SERVICE',
  'CONFIRMATION',
  'PAYMENT',
  'REWARD',
  'OTHER',
  'RULING',
  'LEVY',
  'INSPECTION',
  'PENALTY',
  'COERCION',
] as const satisfies readonly ServiceItemType[];

/** What the address of the list says. */
export interface ItemsFilter {
  text: string;
  words: readonly string[];
  region: string;
  type: ServiceItemType | null;
  noVisit: boolean;
  /** Code of the department. */
  department: string | null;
}

const REGION = /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/;

/** Whatever an address has that is no filter counts as left out. */
export function readFilter(query: URLSearchParams, preferredRegion: string): ItemsFilter {
  const { text, words } = wordsOf(query.get('text') ?? '');
  const region = query.get('region') ?? '';
  const type = query.get('type');
  const department = query.get('department') ?? '';
  return {
    text,
    words,
    region: REGION.test(region) ? region : preferredRegion,
    type: TYPES.find((one) => one === type) ?? null,
    noVisit: query.get('noVisit') === '1',
    department: /^[0-9A-Z-]{1,30}$/.test(department) ? department : null,
  };
}

/** The address of the list with some of the filter changed; null takes a condition away. The page begins anew. */
export function withFilter(search: string, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(search);
  query.delete('after');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.size === 0 ? '/items' : `/items?${query}`;
}
