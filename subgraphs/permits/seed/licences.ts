import type { ServiceItemType, ServiceLevel } from '../src/generated/types.ts';
import { ITEM_TYPES } from '../src/item-types.ts';
import { DEPARTMENT_KINDS, type DepartmentKind } from './departments.ts';
import { readTable } from './read-table.ts';

/** What can be done about a licence: get it 新办, change it 变更, renew it 延续, give it up 注销. */
export type Action = 'NEW' | 'CHANGE' | 'RENEW' | 'CANCEL';

/** A row of licences.csv: one licence or other matter, which the actions make service items of. */
export interface Licence {
  department: DepartmentKind;
  /** Three digits, the item in its department. */
  item: string;
  name: string;
  type: ServiceItemType;
  actions: readonly Action[];
  /** Working days for NEW. */
  statutoryDays: number;
  promisedDays: number;
  visits: number;
  feeCny: string;
  onlineDepth: number;
  /** Highest first. */
  levels: readonly ServiceLevel[];
  /** Null when no permit comes of it. */
  permit: { name: string; prefix: string; years: number | null } | null;
  /** Of a thousand enterprises of its industries, those that apply for it in the years that are seeded. */
  perThousand: number;
  /** Beginnings of industry codes; empty for every industry. */
  industries: readonly string[];
  basis: string;
  conditions: readonly string[];
  /** What NEW asks for beside the business licence. */
  materials: readonly string[];
}

const ACTIONS: Readonly<Record<string, Action>> = { N: 'NEW', C: 'CHANGE', R: 'RENEW', X: 'CANCEL' };
const LEVELS: Readonly<Record<string, ServiceLevel>> = { 2: 'PROVINCE', 3: 'CITY', 4: 'COUNTY' };

type Column =
  | 'department'
  | 'item'
  | 'name'
  | 'type'
  | 'actions'
  | 'statutory'
  | 'promised'
  | 'visits'
  | 'fee'
  | 'depth'
  | 'levels'
  | 'permit'
  | 'prefix'
  | 'years'
  | 'rate'
  | 'industries'
  | 'basis'
  | 'conditions'
  | 'materials';

/** In the order of licences.csv. */
export const LICENCES: readonly Licence[] = readTable<Column>('licences').map((row) => ({
  department: DEPARTMENT_KINDS.get(row.department)!,
  item: row.item,
  name: row.name,
  type: ITEM_TYPES.find(([number]) => number === Number(row.type))![1],
  actions: [...row.actions].map((letter) => ACTIONS[letter]!),
  statutoryDays: Number(row.statutory),
  promisedDays: Number(row.promised),
  visits: Number(row.visits),
  feeCny: row.fee,
  onlineDepth: Number(row.depth),
  levels: [...row.levels].map((digit) => LEVELS[digit]!),
  permit: row.permit
    ? { name: row.permit, prefix: row.prefix, years: row.years ? Number(row.years) : null }
    : null,
  perThousand: Number(row.rate),
  industries: row.industries === '*' ? [] : row.industries.split(' '),
  basis: row.basis,
  conditions: row.conditions.split('；'),
  materials: row.materials.split('；'),
}));
