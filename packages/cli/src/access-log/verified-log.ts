import { subgraphOfLog, type Verdict } from '@yiwang/access-log';
import { countOf, style } from '../report/style.ts';

/** Who outside of the place that keeps a log vouches for its end. */
export interface AnchoredEnd {
  /** The last record that someone else keeps the hash of. */
  sequence: number;
  /** When that was noted: ISO 8601; null when it is not known. */
  at: string | null;
  /** Departments, and files. */
  by: readonly string[];
}

/** What was found of one log. */
export interface VerifiedLog extends Verdict {
  /** Name of the log: a gateway, or `subgraph:` and a department. */
  gateway: string;
  /** Where it was read, as a person would name it. */
  source: string;
  /** Null where nobody else vouches for its end: what was cut off there is not found. */
  anchored?: AnchoredEnd | null;
  /** What could not be known, in sentences. */
  notes?: readonly string[];
}

export function describe(log: VerifiedLog): string {
  const { source, finding, records, seals, last } = log;
  const gateway = subgraphOfLog(log.gateway) ?? log.gateway;
  if (finding) {
    return [
      style.bad(`✗ ${gateway}, ${source}: ${finding.message}`),
      `  ${finding.reason}, first at record ${finding.sequence.toLocaleString('en')}; ${countOf(records, 'record')} before it are good.`,
      ...notesOf(log),
    ].join('\n');
  }
  if (!last) return [style.odd(`? ${gateway}, ${source}: no record`), ...notesOf(log)].join('\n');
  const upTo = `up to record ${last.sequence.toLocaleString('en')}`;
  const good = style.good(
    `✓ ${gateway}, ${source}: ${countOf(records, 'record')} ${upTo}, ${countOf(seals, 'seal')}, all as they were written`,
  );
  return [good, ...endOf(log), ...notesOf(log)].join('\n');
}

function endOf({ anchored, last }: VerifiedLog): string[] {
  if (anchored === undefined) return [];
  if (anchored === null) {
    return [
      '  Its end is not anchored: records that were cut off there, with all that says so, would not be found. Ask the departments that keep its seals with --auditor-key, or keep --anchors FILE.',
    ];
  }
  const { sequence, at, by } = anchored;
  const open = last!.sequence - sequence;
  const since = at === null ? '' : ` at ${at}`;
  const rest = open > 0 ? `; the last ${countOf(open, 'record')} since are not anchored yet` : '';
  return [`  Anchored by ${by.join(', ')} up to record ${sequence.toLocaleString('en')}${since}${rest}.`];
}

function notesOf({ notes = [] }: VerifiedLog): string[] {
  return notes.map((note) => `  ${note}`);
}
