import type { LocalSystem } from '@yiwang/cli/local-system';
import type { Random } from '@yiwang/testing/random-graph';
import { inSnapshot } from '../system/open-database.ts';
import type { MatterPlan } from './matter-users.ts';

/** Where enterprises are opened and buildings permitted. */
export const REGION = '320412';
/** Items that the steps of matters apply for, by their basic codes. */
export const MATTER_ITEMS = ['322009001000', '320131004001', '320115002001', '320117001001'];

const SYLLABLES = [...'安博诚达恩丰光海宏华吉佳嘉康利隆明宁鹏启庆荣瑞盛泰通旺祥兴永裕远正中'];
/** Applications for the same thing: of several at once, one gets it. */
const CONTESTED = 0.15;

/** What applicants may apply for: each of the three matters, with names and units of which some are wanted by several. */
export interface MatterChoice {
  plansOf(user: string, i: number): { user: string; plans: MatterPlan[] };
}

/** @throws Error when the system has nothing to apply for */
export async function findMatterPlans(system: LocalSystem): Promise<MatterChoice> {
  const units = await inSnapshot(
    system,
    'land',
    (tx) => tx<Unit[]>`
    select u.code, u.parcel_code as parcel, coalesce(u.holder_uscc, u.holder_name) as holder
    from real_estate_units u where not exists (select 1 from unit_holds h where h.unit = u.code)
      and not exists (select 1 from unit_holder_events e where e.unit = u.code)
    order by u.code limit 500`,
  );
  const representatives = await inSnapshot(
    system,
    'enterprises',
    (tx) => tx<{ person: string; uscc: string }[]>`
    select m.person, m.uscc from mandates m join enterprises e using (uscc)
    where m.kind = 'LEGAL_REPRESENTATIVE' and m.revoked_at is null and e.source <> 'GRAPH' order by m.uscc limit 20`,
  );
  if (units.length === 0 || representatives.length === 0) throw new Error('There is nothing to apply for.');
  return {
    // Every third one builds for an enterprise; the others apply for themselves.
    plansOf(user, i) {
      const { person, uscc } = representatives[i % representatives.length]!;
      if (i % 3 === 2) return { user: person, plans: [building(uscc, units[i % units.length]!.parcel)] };
      return { user, plans: [opening(), transfer(units, i)] };
    },
  };
}

interface Unit {
  code: string;
  parcel: string;
  holder: string | null;
}

function opening(): MatterPlan {
  return {
    matter: 'YJS320000001',
    applicant: null,
    region: REGION,
    form: (random) => ({
      enterprise: {
        name: `常州${nameOf(random)}食品有限公司`,
        type: '1130',
        industry: '5212',
        capitalCny: '1000000',
        businessScope: '食品销售',
        address: '武进区滨湖路1号',
      },
      representative: { name: '林晓岚', phone: '0519-86660000' },
      seal: { areaM2: 120 },
      food: { isWanted: random.chance(0.7) },
    }),
  };
}

function nameOf(random: Random): string {
  if (random.chance(CONTESTED)) return `同名${SYLLABLES[random.below(5)]}`;
  return random.times(4, () => random.pick(SYLLABLES)).join('');
}

function transfer(units: readonly Unit[], i: number): MatterPlan {
  // A unit of another region is registered there.
  const first = units[i % units.length]!;
  const region = first.code.slice(0, 6);
  const near = units.filter(({ code }) => code.startsWith(region));
  return {
    matter: 'YJS320000002',
    applicant: null,
    region,
    form(random) {
      const { code, holder } = random.chance(CONTESTED) ? near[0]! : random.pick(near);
      return {
        unit: { code, ...(holder !== null && { holderBefore: holder }) },
        holder: { name: `张${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}` },
        price: { cny: '1250000.50' },
      };
    },
  };
}

function building(uscc: string, parcel: string): MatterPlan {
  return {
    matter: 'YJS320000003',
    applicant: uscc,
    region: REGION,
    form: () => ({
      project: {
        enterpriseName: '常州工业有限公司',
        name: '一号厂房',
        parcel,
        landUse: '0601',
        landAreaM2: '12000',
        address: '武进区工业路8号',
        areaM2: 8000,
      },
      contact: { name: '王建国', phone: '13800138000' },
    }),
  };
}
