import type { Verdict } from '@yiwang/access-log';
import { countOf, style } from '../report/style.ts';

/** What was found of one log. */
export interface VerifiedLog extends Verdict {
  gateway: string;
  /** Where it was read, as a person would name it. */
  source: string;
}

export function describe({ gateway, source, finding, records, seals, last }: VerifiedLog): string {
  if (finding) {
    return [
      style.bad(`✗ ${gateway}, ${source}: ${finding.message}`),
      `  ${finding.reason}, first at record ${finding.sequence.toLocaleString('en')}; ${countOf(records, 'record')} before it are good.`,
    ].join('\n');
  }
  if (!last) return style.good(`✓ ${gateway}, ${source}: no record`);
  const upTo = `up to record ${last.sequence.toLocaleString('en')}`;
  return style.good(
    `✓ ${gateway}, ${source}: ${countOf(records, 'record')} ${upTo}, ${countOf(seals, 'seal')}, all as they were written`,
  );
}
