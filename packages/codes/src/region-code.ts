import { accepts } from './accepts.ts';
import { CodeError } from './code-error.ts';

/** 省级, 地级, 县级, 乡级, 村级: root first. */
export const REGION_LEVELS = ['province', 'city', 'county', 'town', 'village'] as const;

export type RegionLevel = (typeof REGION_LEVELS)[number];

export interface RegionCode {
  /** Canonical: 2 digits for a province, 4 city, 6 county, 9 town, 12 village. */
  code: string;
  level: RegionLevel;
  /** The canonical code of the region above; null for a province. */
  parent: string | null;
}

/** Where the code of each level ends. */
const LEVEL_ENDS = [2, 4, 6, 9, 12];

/**
 * A region code (行政区划代码, GB/T 2260 and its extension below the county) in its short form or
 * padded with zeros: `32`, `320000` and `320000000000` are one province. Only the form counts: the
 * code of a region that no longer exists parses, because documents keep it.
 *
 * The parent is the nearest level that is not all zeros: towns of a city without counties
 * (441900003, 东莞) hang under the city.
 *
 * @throws CodeError LENGTH or CHARACTER
 */
export function parseRegionCode(text: string): RegionCode {
  const path = regionPath(text);
  const code = path.at(-1)!;
  return { code, level: levelOf(code), parent: path.at(-2) ?? null };
}

export function isRegionCode(text: string): boolean {
  return accepts(parseRegionCode, text);
}

/**
 * Canonical codes from the province down to the region itself: 320102001 → 32, 3201, 320102, 320102001.
 *
 * @throws CodeError as {@link parseRegionCode}
 */
export function regionPath(text: string): string[] {
  if (!LEVEL_ENDS.includes(text.length)) {
    throw new CodeError('region code', 'LENGTH', `it must have 2, 4, 6, 9 or 12 digits, not ${text.length}.`);
  }
  if (!/^[1-9]\d+$/.test(text)) {
    throw new CodeError('region code', 'CHARACTER', 'it must be digits and must not start with 0.');
  }
  const path: string[] = [];
  let start = 0;
  for (const end of LEVEL_ENDS) {
    if (end > text.length) break;
    if (/[1-9]/.test(text.slice(start, end))) path.push(text.slice(0, end));
    start = end;
  }
  return path;
}

/**
 * The half-open range [from, to) of canonical codes that holds the region and all below it, compared
 * byte by byte (collation C or C.UTF-8): `code >= from and code < to`. An index on the code serves it.
 *
 * @throws CodeError as {@link parseRegionCode}
 */
export function regionRange(text: string): { from: string; to: string } {
  const { code } = parseRegionCode(text);
  // ':' follows '9' in ASCII, so it bounds every continuation by digits.
  return { from: code, to: `${code}:` };
}

function levelOf(code: string): RegionLevel {
  return REGION_LEVELS[LEVEL_ENDS.indexOf(code.length)]!;
}
