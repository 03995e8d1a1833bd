import { searchForm } from '@yiwang/codes';
import { pinyinInitials } from '@yiwang/codes/pinyin';
import { GENERATED_SOURCE, type MadeUpEnterprise, type Population } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { readCapital } from '../import/registered-capital.ts';
import { ENTERPRISE_TYPES } from '../src/enterprise-types.ts';

const BRANCH = '2100';

/** A branch's parent is sought among so many other enterprises; beyond that it has none. */
const MAX_TRIES = 8;

export const enterpriseColumns = [
  'uscc',
  'name',
  'search_name',
  'name_initials',
  'status',
  'type_code',
  'type_text',
  'industry_code',
  'region_code',
  'capital_amount',
  'capital_currency',
  'capital_text',
  'registered_on',
  'business_scope',
  'parent_uscc',
  'source',
] as const;

export function* enterpriseRows(population: Population): Generator<CopyValue[]> {
  for (let i = 0; i < population.size; i++) {
    const enterprise = population.enterprise(i);
    const capitalText = capitalTextOf(enterprise);
    const capital = capitalText === null ? null : readCapital(capitalText);
    const searchName = searchForm(enterprise.name);
    yield [
      enterprise.uscc,
      enterprise.name,
      searchName,
      pinyinInitials(searchName),
      enterprise.status,
      enterprise.typeCode,
      ENTERPRISE_TYPES[enterprise.typeCode]!,
      enterprise.industryCode,
      enterprise.regionCode,
      capital?.amount ?? null,
      capital?.currency ?? null,
      capitalText,
      enterprise.registeredOn,
      enterprise.businessScope,
      enterprise.typeCode === BRANCH ? parentOf(population, i) : null,
      GENERATED_SOURCE,
    ];
  }
}

/** The capital as a register writes it; null for a branch. */
export function capitalTextOf({ capital10kCny }: MadeUpEnterprise): string | null {
  return capital10kCny === null ? null : `${capital10kCny}(万元人民币)`;
}

/** USCC of an enterprise that is no branch itself and is older than branch i. */
function parentOf(population: Population, i: number): string | null {
  const parents = population.stream('enterprises/parent');
  const branch = population.enterprise(i);
  for (let k = 0; k < MAX_TRIES; k++) {
    const candidate = population.enterprise(parents.integer(i, k, 0, population.size - 1));
    if (candidate.typeCode !== BRANCH && candidate.registeredOn <= branch.registeredOn) return candidate.uscc;
  }
  return null;
}
