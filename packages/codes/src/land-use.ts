import { accepts } from './accepts.ts';
import { CodeError } from './code-error.ts';
import { LAND_USE_TABLE } from './land-use-table.ts';

export interface LandUse {
  /** 2 digits for a class, 4 for a kind. */
  code: string;
  name: string;
  level: 'class' | 'kind';
  /** The code of the class; null for a class. */
  parent: string | null;
}

/** Classes and kinds of GB/T 21010-2017 in order of code, each class before its kinds. */
export const LAND_USES: readonly LandUse[] = Object.keys(LAND_USE_TABLE)
  // JavaScript moves keys that look like whole numbers (10, 11, 12) to the front.
  .sort()
  .flatMap((code) => {
    const { name, kinds } = LAND_USE_TABLE[code]!;
    return [
      { code, name, level: 'class', parent: null },
      ...kinds.map((kind, index) => ({
        code: `${code}${String(index + 1).padStart(2, '0')}`,
        name: kind,
        level: 'kind' as const,
        parent: code,
      })),
    ];
  });

const BY_CODE = new Map(LAND_USES.map((landUse) => [landUse.code, landUse]));
const BY_NAME = new Map(LAND_USES.map((landUse) => [landUse.name, landUse]));

/**
 * A land use code (土地利用现状分类, GB/T 21010-2017) that is in the standard.
 *
 * @throws CodeError LENGTH, or CHARACTER when the standard has no such class or kind
 */
export function parseLandUseCode(text: string): LandUse {
  if (text.length !== 2 && text.length !== 4) {
    throw new CodeError('land use code', 'LENGTH', `it must have 2 or 4 digits, not ${text.length}.`);
  }
  const landUse = BY_CODE.get(text);
  if (!landUse)
    throw new CodeError('land use code', 'CHARACTER', 'GB/T 21010-2017 has no such class or kind.');
  return landUse;
}

export function isLandUseCode(text: string): boolean {
  return accepts(parseLandUseCode, text);
}

/** The land use with this code; null when the standard has none. */
export function lookUpLandUse(code: string): LandUse | null {
  return BY_CODE.get(code) ?? null;
}

/** The land use with exactly this name; null for the names of older standards (批发零售用地), whose text callers keep. */
export function lookUpLandUseByName(name: string): LandUse | null {
  return BY_NAME.get(name) ?? null;
}
