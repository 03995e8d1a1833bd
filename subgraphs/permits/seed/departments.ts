import { checkCharacterOfOrganisationCode, checkCharacterOfUscc, lookUpRegion } from '@yiwang/codes';
import type { ServiceLevel } from '../src/generated/types.ts';
import { readTable } from './read-table.ts';

/** Jiangsu. */
export const PROVINCE = '32';

/** A kind of department: every region has one of its own. */
export interface DepartmentKind {
  /** Two digits, as basic codes of service items number departments. */
  code: string;
  /** 江苏省生态环境厅 */
  provincialName: string;
  /** As departments of cities and counties are named: 生态环境局. */
  localName: string;
}

export const DEPARTMENT_KINDS: ReadonlyMap<string, DepartmentKind> = new Map(
  readTable<'code' | 'province' | 'local'>('departments').map(({ code, province, local }) => [
    code,
    { code, provincialName: `江苏省${province}`, localName: local },
  ]),
);

/** The department of a kind that serves a county, at the lowest level that runs an item. */
export function authorityFor(kind: DepartmentKind, county: string, level: ServiceLevel): string {
  if (level === 'PROVINCE') return kind.provincialName;
  const code = level === 'CITY' ? county.slice(0, 4) : county;
  const region = lookUpRegion(code);
  if (!region) throw new Error(`The region ${code} is not in the list.`);
  return region.name + kind.localName;
}

/**
 * The made-up unified social credit code of the department of a kind in a province or city: YW tells it from a real one.
 *
 * @param region 2 or 4 digits
 */
export function usccOf({ code }: DepartmentKind, region: string): string {
  const body = `YW${region === PROVINCE ? '0000' : region}${code}`;
  // Authority 1, class 1: an organ of government.
  const uscc = `11${region.padEnd(6, '0')}${body}${checkCharacterOfOrganisationCode(body)}`;
  return uscc + checkCharacterOfUscc(uscc);
}
