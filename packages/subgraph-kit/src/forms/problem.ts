/** What is wrong with one part of a form, a table of rules, a guide or an answer. */
export interface Problem<Code extends string = string> {
  /** Where it is, such as `properties`, `areaM2`, `maxLength`. Empty for the whole. */
  path: string[];
  code: Code;
  /** Says what to do. */
  message: string;
}

/** The path as people write it: `premises.areaM2`. */
export function pathText(path: readonly string[]): string {
  return path.length === 0 ? 'the whole' : path.join('.');
}

/** Levels of objects and lists in a JSON value; stops counting above the limit, so that no value is too deep to be counted. */
export function levelsOf(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (limit === 0) return 1;
  let most = 0;
  for (const member of Object.values(value)) {
    most = Math.max(most, levelsOf(member, limit - 1));
    if (most >= limit) break;
  }
  return most + 1;
}

/** Whether a JSON value is small enough to be looked at: its text, and its levels. */
export function isBounded(value: unknown, maxCharacters: number, maxLevels: number): boolean {
  return levelsOf(value, maxLevels + 1) <= maxLevels && (JSON.stringify(value) ?? '').length <= maxCharacters;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
