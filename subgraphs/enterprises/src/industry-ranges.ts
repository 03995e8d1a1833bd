import { INDUSTRY_DIVISIONS, parseIndustryCode } from '@yiwang/codes';

/**
 * The half-open ranges of codes, in byte order, that hold an industry and all beneath it. The codes of
 * a section's divisions do not begin with its letter, but they follow each other without a gap.
 */
export function industryRanges(code: string): { from: string; to: string }[] {
  const own = { from: code, to: `${code}:` };
  if (parseIndustryCode(code).level !== 'section') return [own];
  const divisions = [...INDUSTRY_DIVISIONS]
    .filter(([, { section }]) => section === code)
    .map(([division]) => division);
  return [own, { from: divisions[0]!, to: `${divisions.at(-1)!}:` }];
}
