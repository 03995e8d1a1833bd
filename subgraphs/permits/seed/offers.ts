import { PROVINCE } from './departments.ts';
import { type Action, LICENCES, type Licence } from './licences.ts';

/** What an offer asks for; what the graph holds of it is left out later. */
export interface AskedMaterial {
  name: string;
  originals: number;
  copies: number;
}

/** A service item as every region offers it: an action on a licence. */
export interface Offer {
  basicCode: string;
  name: string;
  mainItem: string | null;
  licence: Licence;
  action: Action;
  materials: readonly AskedMaterial[];
  statutoryDays: number;
  promisedDays: number;
  visits: number;
  feeCny: string;
}

const ACTION_PARTS: Readonly<Record<Action, { part: string; name: string }>> = {
  NEW: { part: '001', name: '新办' },
  CHANGE: { part: '002', name: '变更' },
  RENEW: { part: '003', name: '延续' },
  CANCEL: { part: '004', name: '注销' },
};

/** Every offer, by licence and then by action. */
export const OFFERS: readonly ReadonlyMap<Action, Offer>[] = LICENCES.map(
  (licence) => new Map(licence.actions.map((action) => [action, offerOf(licence, action)])),
);

function offerOf(licence: Licence, action: Action): Offer {
  const { part, name } = ACTION_PARTS[action];
  const alone = licence.actions.length === 1;
  const basicCode =
    PROVINCE + typeDigits(licence) + licence.department.code + licence.item + (alone ? '000' : part);
  return {
    basicCode,
    name: alone ? licence.name : `${licence.name}（${name}）`,
    mainItem: alone ? null : licence.name,
    licence,
    action,
    materials: materialsFor(licence, action),
    ...timesFor(licence, action),
  };
}

function typeDigits({ type }: Licence): string {
  const digits = {
    LICENCE: '01',
    CONFIRMATION: '07',
    REWARD: '08',
    OTHER: '10',
    PUBLIC_SERVICE: '20',
  } as const;
  if (type in digits) return digits[type as keyof typeof digits];
  throw new Error(`licences.csv holds an item of type ${type}, of which none is seeded.`);
}

/** A change, a renewal and an end are judged faster than a first grant, and seldom ask for a visit or a fee. */
function timesFor(licence: Licence, action: Action) {
  const { statutoryDays, promisedDays, visits, feeCny } = licence;
  if (action === 'NEW') return { statutoryDays, promisedDays, visits, feeCny };
  const least = (share: number) => Math.min(promisedDays, Math.max(1, Math.ceil(promisedDays * share)));
  const promised = { CHANGE: least(0.4), RENEW: least(0.6), CANCEL: least(0.2) }[action];
  return { statutoryDays, promisedDays: promised, visits: action === 'RENEW' ? visits : 0, feeCny: '0' };
}

function materialsFor(licence: Licence, action: Action): AskedMaterial[] {
  const businessLicence = asked('营业执照');
  const current = licence.permit === null ? [] : [asked(licence.permit.name)];
  switch (action) {
    case 'NEW':
      return [...licence.materials.map((name) => asked(name, 1)), businessLicence];
    case 'CHANGE':
      return [asked('变更申请书'), asked('变更事项证明材料', 1), ...current, businessLicence];
    case 'RENEW':
      return [
        asked('延续申请书'),
        ...licence.materials.slice(0, 1).map((name) => asked(name, 1)),
        ...current,
      ];
    case 'CANCEL':
      return [asked('注销申请书'), ...current];
  }
}

function asked(name: string, copies = 0): AskedMaterial {
  return { name, originals: 1, copies };
}
