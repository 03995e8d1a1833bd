import { LRUCache } from 'lru-cache';
import { labelsOf, type OverrideLabels } from './supergraph/override-labels.ts';

/** Up to this many labels of one operation are drawn each for itself: with 4, it has up to 16 plans. */
const MOST_DRAWS = 4;
const MOST_CHARACTERS = 8 * 1024 * 1024;

/** The labels of progressive `@override` that hold for one request of this query, sorted. */
export type DrawOverrides = (query: string) => readonly string[];

/**
 * Decides for each request which overridden fields are answered by their new department.
 *
 * `percent(5)` holds for 5 of 100 requests, at random: one that is sent again may be answered by the other department.
 * Any other label holds for all requests or for none. Equal labels always have the same outcome within a request.
 * An operation that meets more percentages than {@link MOST_DRAWS} gets one draw for all of them, so that it has at
 * most one plan more than it has labels.
 *
 * @param active labels without a percentage that hold; no other does
 * @param random from 0 to below 1
 * @returns null for a supergraph without labels, whose requests have nothing to decide
 */
export function createDrawOverrides(
  overrides: OverrideLabels,
  active: ReadonlySet<string>,
  random: () => number,
): DrawOverrides | null {
  if (overrides.labels.size === 0) return null;
  const known = new LRUCache<string, { label: string; share: number }[]>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_labels, query) => query.length + 100,
  });

  function met(query: string): { label: string; share: number }[] {
    let labels = known.get(query);
    if (!labels) {
      // Every name of the text, also those that name no field: a label too many only makes another equal plan.
      labels = labelsOf(overrides, query.match(/[_A-Za-z]\w*/g) ?? [])
        .map((label) => ({ label, share: percentOf(label) ?? (active.has(label) ? 100 : 0) }))
        .filter(({ share }) => share > 0);
      known.set(query, labels);
    }
    return labels;
  }

  return (query) => {
    const labels = met(query);
    if (labels.length === 0) return [];
    const drawn = labels.filter(({ share }) => share < 100).length > MOST_DRAWS ? random() : null;
    return labels.filter(({ share }) => (drawn ?? random()) * 100 < share).map(({ label }) => label);
  };
}

/** Null for a label that is no percentage. */
function percentOf(label: string): number | null {
  const percent = /^percent\((\d+(?:\.\d+)?)\)$/.exec(label)?.[1];
  return percent === undefined ? null : Number(percent);
}
