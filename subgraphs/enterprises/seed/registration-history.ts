import {
  createWeightTable,
  dateOfDay,
  dayOfDate,
  type MadeUpEnterprise,
  type Population,
  REFERENCE_DATE,
} from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { capitalTextOf } from './enterprise-rows.ts';

const FORMER_NAME_SHARE = 0.06;
const CHANGED_SHARE = 0.3;
const MAX_CHANGES = 2;

const ITEMS = createWeightTable([
  ['REGISTERED_CAPITAL', 45],
  ['BUSINESS_SCOPE', 55],
] as const);

export const formerNameColumns = ['uscc', 'name', 'until'] as const;
export const changeColumns = ['uscc', 'changed_on', 'item', 'before', 'after'] as const;

/** Former names; most enterprises have none. */
export function* formerNameRows(population: Population): Generator<CopyValue[]> {
  for (let i = 0; i < population.size; i++) {
    const renamed = renamingOf(population, i);
    if (renamed) yield [renamed.uscc, renamed.before, renamed.on];
  }
}

/** Changes of registration, among them each renaming of {@link formerNameRows}. */
export function* changeRows(population: Population): Generator<CopyValue[]> {
  const changes = population.stream('enterprises/change');
  for (let i = 0; i < population.size; i++) {
    const renamed = renamingOf(population, i);
    if (renamed) yield [renamed.uscc, renamed.on, 'NAME', renamed.before, renamed.after];
    if (!changes.chance(i, 0, CHANGED_SHARE)) continue;
    const enterprise = population.enterprise(i);
    for (let k = 1; k <= changes.integer(i, 1, 1, MAX_CHANGES); k++) {
      const item = changes.weighted(i, 2 * k, ITEMS);
      const [before, after] =
        item === 'REGISTERED_CAPITAL' ? capitalChange(enterprise) : scopeChange(enterprise);
      if (before !== null) yield [enterprise.uscc, dayWithin(population, i, k), item, before, after];
    }
  }
}

/** A change of the legal form in the name, the commonest renaming. */
function renamingOf(population: Population, i: number) {
  if (!population.stream('enterprises/renaming').chance(i, 0, FORMER_NAME_SHARE)) return null;
  const { uscc, name } = population.enterprise(i);
  const before = formerForm(name);
  return before === null ? null : { uscc, before, after: name, on: dayWithin(population, i, 0) };
}

function formerForm(name: string): string | null {
  if (name.endsWith('股份有限公司')) return name.replace(/股份有限公司$/, '有限公司');
  if (name.endsWith('有限责任公司')) return name.replace(/有限责任公司$/, '有限公司');
  if (name.endsWith('有限公司')) return name.replace(/有限公司$/, '有限责任公司');
  return null;
}

/** From half of today's capital to today's; nothing for a branch, which has none. */
function capitalChange(enterprise: MadeUpEnterprise): [string | null, string | null] {
  const after = capitalTextOf(enterprise);
  const whole = Number.parseInt(enterprise.capital10kCny ?? '0', 10);
  return [whole < 2 ? null : `${Math.floor(whole / 2)}(万元人民币)`, after];
}

/** The scope grew by its last item. */
function scopeChange({ businessScope }: MadeUpEnterprise): [string | null, string] {
  const end = businessScope.lastIndexOf('；');
  return [end < 0 ? null : businessScope.slice(0, end), businessScope];
}

/** A day from registration to the reference date, the k-th of enterprise i. */
function dayWithin(population: Population, i: number, k: number): string {
  const first = dayOfDate(population.enterprise(i).registeredOn);
  const last = dayOfDate(REFERENCE_DATE);
  return dateOfDay(population.stream('enterprises/change-day').integer(i, k, first, last));
}
