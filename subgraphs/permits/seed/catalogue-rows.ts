import { searchForm } from '@yiwang/codes';
import { GENERATED_SOURCE } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { entryOf } from './deviations.ts';
import { OFFERS } from './offers.ts';

export const catalogueColumns = [
  'basic_code',
  'name',
  'search_name',
  'type',
  'basis',
  'levels',
  'source',
] as const;

/** The basic catalogue: every item once, the same at every scale. */
export function* catalogueRows(): Generator<CopyValue[]> {
  for (const offers of OFFERS) {
    for (const offer of offers.values()) {
      const { basicCode, name, type, basis } = entryOf(offer);
      yield [basicCode, name, searchForm(name), type, basis, offer.licence.levels, GENERATED_SOURCE];
    }
  }
}
