/** The header in which a department states, to whoever asks without an assertion, which rules it enforces itself. */
export const ENFORCES_HEADER = 'yiwang-enforces';

/**
 * Rules that only the department that has the rows can enforce, or that must hold when a gateway is passed by:
 *
 * - `arguments`: an argument that reads a field needs what selecting that field needs;
 * - `existence`: that a row of a conditional type exists is data as well;
 * - `regions`: a grant for some regions reads no row that lies elsewhere;
 * - `own-data`: what `@ownData` opens to persons is read only in rows about them, or about those for whom they act;
 * - `masking`: values of `@sensitive` fields are masked for callers without the scope `sensitive:read`.
 */
export const ENFORCED_RULES = ['arguments', 'existence', 'regions', 'own-data', 'masking'] as const;

export type EnforcedRule = (typeof ENFORCED_RULES)[number];

/** Reads the value of the header: names, separated by commas. Unknown names are left out. */
export function readEnforcedRules(value: string | null | undefined): ReadonlySet<EnforcedRule> {
  const stated = new Set((value ?? '').split(',').map((name) => name.trim().toLowerCase()));
  return new Set(ENFORCED_RULES.filter((rule) => stated.has(rule)));
}
