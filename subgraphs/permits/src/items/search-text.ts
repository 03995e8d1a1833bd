import { searchForm } from '@yiwang/codes';
import type { Guide } from './guides/guide.ts';

/** What text search looks in: the parts as names are searched, each on a line of its own, so that no word is found across two. */
function joined(parts: readonly (string | null)[]): string {
  return parts.flatMap((part) => (part === null ? [] : searchForm(part))).join('\n');
}

/** The part of service_items.search_text that the item itself has. */
export function itemText({
  name,
  mainItem,
  departmentName,
  basis,
}: {
  name: string;
  mainItem: string | null;
  departmentName: string;
  basis: string | null;
}): string {
  return joined([name, mainItem, departmentName, basis]);
}

/** Of the guide that is published: conditions, materials and steps, in Chinese and English. */
export function guideText({ conditions, materials, steps }: Guide): string {
  return joined([...conditions, ...[...materials, ...steps].flatMap(({ name, nameEn }) => [name, nameEn])]);
}
