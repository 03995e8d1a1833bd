import type { CopyValue } from '@yiwang/subgraph-kit';
import type { ItemVersionState } from '../src/items/item-tables.ts';
import { entitlementOf } from './entitlements.ts';
import { formOf, prefillOf } from './forms.ts';
import { itemCode, regionsOf } from './item-code.ts';
import { type Offer, OFFERS } from './offers.ts';
import { contentOf } from './contents.ts';

export const itemVersionColumns = [
  'item_code',
  'version',
  'state',
  'revision',
  'guide',
  'form',
  'rules',
  'prefill',
  'entitlement',
  'editors',
  'changed_at',
  'published_at',
  'superseded_at',
] as const;

/** When the made-up versions were published; a first version of some items, half a year before. */
const FIRST_PUBLISHED = '2025-01-06T01:00:00Z';
const PUBLISHED = '2025-07-01T01:00:00Z';
const CHANGED = '2025-12-30T08:00:00Z';

/** One in so many items has a version before the one that holds, and one in so many has a next one that is being written or looked at. */
const WITH_EARLIER = 40;
const WITH_DRAFT = 90;
const WITH_REVIEW = 130;

/** Who wrote what is not published yet. */
const AUTHOR = 'made-up-author';

/** The versions of every item in every region, the same at every scale. */
export function* itemVersionRows(): Generator<CopyValue[]> {
  let i = 0;
  for (const offers of OFFERS) {
    for (const offer of offers.values()) {
      const content = textsOf(offer);
      for (const { code } of regionsOf(offer)) {
        const entitlement = entitlementOf(offer, code);
        const columns = [...content, entitlement && JSON.stringify(entitlement)];
        yield* versionsOf(itemCode(offer, code), columns, i);
        i += 1;
      }
    }
  }
}

function* versionsOf(code: string, content: readonly CopyValue[], i: number): Generator<CopyValue[]> {
  const row = (version: number, state: ItemVersionState, ...times: (string | null)[]): CopyValue[] => {
    const isPublished = state === 'PUBLISHED' || state === 'SUPERSEDED';
    const revision = { DRAFT: 1, IN_REVIEW: 2, PUBLISHED: 3, SUPERSEDED: 3 }[state];
    return [code, version, state, revision, ...content, isPublished ? [] : [AUTHOR], ...times];
  };
  let version = 1;
  if (i % WITH_EARLIER === 0) yield row(version++, 'SUPERSEDED', FIRST_PUBLISHED, FIRST_PUBLISHED, PUBLISHED);
  yield row(version++, 'PUBLISHED', PUBLISHED, PUBLISHED, null);
  if (i % WITH_DRAFT === 0) yield row(version, 'DRAFT', CHANGED, null, null);
  else if (i % WITH_REVIEW === 0) yield row(version, 'IN_REVIEW', CHANGED, null, null);
}

/** Guide, form, rules and prefill, as the table takes them. */
function textsOf(offer: Offer): readonly string[] {
  const { guide, rules } = contentOf(offer);
  return [guide, formOf(offer), rules].map((value) => JSON.stringify(value)).concat(prefillOf(offer));
}
