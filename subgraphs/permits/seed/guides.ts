import type { Guide, GuideMaterial, GuideStep } from '../src/items/guides/guide.ts';
import { isEntitled } from './entitlements.ts';
import { LICENCES } from './licences.ts';
import type { AskedMaterial, Offer } from './offers.ts';
import { readTable } from './read-table.ts';

/** What an agent hands in beside all else. */
export const AUTHORISATION = 'AUTHORISATION';
/** What takes the place of most materials, where an applicant commits himself to have them 告知承诺. */
export const COMMITMENT = 'COMMITMENT';

const STEPS: readonly GuideStep[] = [
  { code: 'ACCEPTANCE', name: '受理', nameEn: 'Acceptance' },
  { code: 'INSPECTION', name: '现场核查', nameEn: 'Inspection of the place' },
  { code: 'REVIEW', name: '审查', nameEn: 'Review' },
  { code: 'DECISION', name: '决定', nameEn: 'Decision' },
  { code: 'DELIVERY', name: '送达', nameEn: 'Delivery' },
];

/** Of materials.csv, by name: the name in English, and who holds what it proves. */
const KNOWN = new Map(
  readTable<'name' | 'english' | 'department' | 'resource'>('materials').map((row) => [row.name, row]),
);
const PERMITS: ReadonlySet<string> = new Set(
  LICENCES.flatMap(({ permit }) => (permit === null ? [] : [permit.name])),
);

/** The guide of an offer, the same in every region. */
export function guideOf({ licence, action, ...offer }: Offer): Guide {
  const isOffered = isEntitled({ licence });
  const materials = offer.materials.map((material, i) =>
    materialOf(material, `M${String(i + 1).padStart(2, '0')}`),
  );
  if (action === 'NEW' && !isOffered)
    materials.push(materialOf({ name: '告知承诺书', originals: 1, copies: 0 }, COMMITMENT));
  if (!isOffered) materials.push(materialOf({ name: '授权委托书', originals: 1, copies: 0 }, AUTHORISATION));
  return {
    conditions: [...licence.conditions],
    materials,
    // Nobody looks at the place of what is given up.
    steps: STEPS.filter(({ code }) => (action !== 'CANCEL' && !isOffered) || code !== 'INSPECTION'),
    statutoryDays: offer.statutoryDays,
    promisedDays: offer.promisedDays,
    visits: offer.visits,
    feeCny: offer.feeCny,
    onlineDepth: licence.onlineDepth,
  };
}

function materialOf({ name, originals, copies }: AskedMaterial, code: string): GuideMaterial {
  const known = KNOWN.get(name);
  const heldBy = holderOf(name);
  const nameEn = known?.english ?? (PERMITS.has(name) ? 'The permit' : null);
  if (nameEn === null) throw new Error(`materials.csv has no ${name}.`);
  return { code, name, nameEn, originals: heldBy ? 0 : originals, copies: heldBy ? 0 : copies, heldBy };
}

function holderOf(name: string): GuideMaterial['heldBy'] {
  const known = KNOWN.get(name);
  if (known?.department) return { department: known.department, resource: known.resource };
  return PERMITS.has(name) ? { department: 'permits', resource: 'Permit.number' } : null;
}
