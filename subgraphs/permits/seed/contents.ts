import type { Guide } from '../src/items/guides/guide.ts';
import type { DecisionTable } from '../src/items/rules/decision-table.ts';
import { entitledRules, isEntitled } from './entitlements.ts';
import { guideOf } from './guides.ts';
import type { Offer } from './offers.ts';
import { rulesOf } from './rules.ts';

interface Content {
  guide: Guide;
  rules: DecisionTable;
}

const contents = new Map<Offer, Content>();

/** Guide and rules of an offer, the same in every region. */
export function contentOf(offer: Offer): Content {
  const before = contents.get(offer);
  if (before) return before;
  const guide = guideOf(offer);
  const content = { guide, rules: isEntitled(offer) ? entitledRules(guide) : rulesOf(offer.action, guide) };
  contents.set(offer, content);
  return content;
}
