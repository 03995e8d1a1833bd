import { searchForm } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { checkPageSize, defineKeyset, type PageArguments, toPage } from '@yiwang/subgraph-kit';
import type { DataResourceFilter } from '../generated/types.ts';
import type { Catalogue } from './catalogue.ts';
import type { DataResourceConnectionModel } from './models.ts';

const MOST_TEXT_CHARACTERS = 100;

/** Resources, by code. */
export const resourceCursor = defineKeyset('dataResources', ['text']);

/**
 * Finds resources by a filter, by code. The catalogue is in memory: a few thousand texts are read in a millisecond.
 *
 * @throws PublicError INVALID_ARGUMENT or MALFORMED_CURSOR
 */
export function searchCatalogue(
  { resources, texts }: Catalogue,
  { text, department, sharing }: DataResourceFilter,
  { first, after }: PageArguments,
): DataResourceConnectionModel {
  checkPageSize(first);
  const [behind] = after ? resourceCursor.decode(after) : [null];
  const term = text == null ? null : termOf(text);
  const found = resources.filter(
    (resource) =>
      (department == null || resource.department === department) &&
      (sharing == null || resource.sharing === sharing) &&
      (term === null || texts.get(resource)!.includes(term)),
  );
  const rest = behind == null ? found : found.filter(({ code }) => code > behind);
  return { ...toPage(rest, first), countAll: async () => found.length };
}

function termOf(text: string): string {
  const term = searchForm(text);
  const length = [...term].length;
  if (length > 0 && length <= MOST_TEXT_CHARACTERS) return term;
  throw new PublicError('INVALID_ARGUMENT', `filter.text must have 1 to ${MOST_TEXT_CHARACTERS} characters.`);
}
