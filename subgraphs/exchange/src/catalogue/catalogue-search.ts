import { searchForm } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { checkPageSize, defineKeyset, type PageArguments, toPage } from '@yiwang/subgraph-kit';
import type { DataResourceFilter } from '../generated/types.ts';
import type { Catalogue, DataResourceConnectionModel } from './catalogue.ts';

const MAX_TEXT_CHARACTERS = 100;

/** By code. */
export const resourceCursor = defineKeyset('dataResources', ['text']);

/**
 * Searches resources by a filter. They are sorted by code. The catalogue is in memory, where a few thousand texts are searched in
 * a millisecond.
 *
 * @throws PublicError INVALID_ARGUMENT or MALFORMED_CURSOR
 */
export function searchCatalogue(
  { resources, texts }: Catalogue,
  { text, department, sharing }: DataResourceFilter,
  { first, after }: PageArguments,
): DataResourceConnectionModel {
  checkPageSize(first);
  const [afterCode] = after ? resourceCursor.decode(after) : [null];
  const term = text == null ? null : termOf(text);
  const found = resources.filter(
    (resource) =>
      (department == null || resource.department === department) &&
      (sharing == null || resource.sharing === sharing) &&
      (term === null || texts.get(resource)!.includes(term)),
  );
  const rest = afterCode == null ? found : found.filter(({ code }) => code > afterCode);
  return { ...toPage(rest, first), countAll: async () => found.length };
}

function termOf(text: string): string {
  const term = searchForm(text);
  const length = [...term].length;
  if (length > 0 && length <= MAX_TEXT_CHARACTERS) return term;
  throw new PublicError('INVALID_ARGUMENT', `filter.text must have 1 to ${MAX_TEXT_CHARACTERS} characters.`);
}
