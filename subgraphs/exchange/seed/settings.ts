import { provinces } from '@yiwang/codes';
import { z } from 'zod';

/** What the first start reads from the environment, beside DATABASE_URL. */
export const seedSettings = z.object({
  VILLAGE_PROVINCES: z
    .string()
    .regex(/^(all|none|\d\d(,\d\d)*)$/, 'must be all, none, or two-digit codes of provinces, such as 32,33')
    .default('32')
    .describe(
      'Provinces whose villages the first start loads: all, none, or two-digit codes with commas. All take 13 s and 164 MB instead of 2 s and 22 MB.',
    ),
});

/**
 * @returns two-digit codes
 * @throws Error naming a code that is no province
 */
export function villageProvinces(setting: z.infer<typeof seedSettings>['VILLAGE_PROVINCES']): string[] {
  const known = provinces().map(({ code }) => code);
  if (setting === 'all') return known;
  if (setting === 'none') return [];
  const codes = setting.split(',');
  const unknown = codes.filter((code) => !known.includes(code));
  if (unknown.length) throw new Error(`VILLAGE_PROVINCES: ${unknown.join(', ')} is no province.`);
  return codes;
}
