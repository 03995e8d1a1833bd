import { basename } from 'node:path';
import { count } from '../system/terminal.ts';
import type { FoundFiles } from './find-files.ts';
import type { FileOutcome, ImportedMessage, NotMineMessage } from './import-files.ts';

/** The exit code when some file was unknown, unreadable or failed; the rest is imported. */
const INCOMPLETE = 2;
/** Enough to recognise a file by. */
const MAX_HEADER_CHARACTERS = 200;

export interface ImportReport {
  /** Lines for the operator. */
  text: string;
  exitCode: number;
}

/**
 * What became of each file: rows read = rows stored + rows rejected, for each register that took it; and at the end how
 * many files were imported, and the names of those that were not.
 */
export function describeImport(
  { readable, unreadable }: FoundFiles,
  outcomes: readonly FileOutcome[],
): ImportReport {
  const blocks: string[] = [];
  const unknown: string[] = [];
  const failed: string[] = [];
  for (const file of readable) {
    const ofFile = outcomes.filter((outcome) => outcome.file === file);
    if (ofFile.some((outcome) => 'failure' in outcome)) failed.push(file);
    else if (!ofFile.some((outcome) => 'imported' in outcome)) unknown.push(file);
    const lines = ofFile.flatMap(describeOutcome);
    blocks.push([basename(file), ...(lines.length > 0 ? lines : describeUnknown(ofFile))].join('\n'));
  }
  for (const file of unreadable)
    blocks.push(`${basename(file)}\n  cannot be read: is it a file, and may this user read it?`);
  const incomplete = { 'not known': unknown, failed, 'not readable': unreadable };
  const isComplete = Object.values(incomplete).every((files) => files.length === 0);
  blocks.push(summarise(readable.length + unreadable.length, incomplete));
  return { text: blocks.join('\n'), exitCode: isComplete ? 0 : INCOMPLETE };
}

function describeOutcome(outcome: FileOutcome): string[] {
  if ('failure' in outcome) return [`  ${outcome.department}: ${outcome.failure}`];
  if ('notMine' in outcome) return [];
  return [
    `  ${outcome.department}: ${describeRows(outcome.imported)}`,
    ...describeOriginals(outcome.imported),
  ];
}

function describeRows(imported: ImportedMessage): string {
  const { register, read, stored, added, changed, unchanged, rejected, rejectedFile } = imported;
  const kinds = `${count(added)} new, ${count(changed)} changed, ${count(unchanged)} unchanged`;
  const rows = `${register}: ${count(read)} rows read = ${count(stored)} stored (${kinds}) + ${count(rejected)} rejected`;
  return rejectedFile ? `${rows}, with the reasons in ${rejectedFile}` : rows;
}

function describeOriginals({ originalsFile }: ImportedMessage): string[] {
  return originalsFile ? [`    to mend and import again: ${originalsFile}`] : [];
}

function describeUnknown(outcomes: readonly FileOutcome[]): string[] {
  const notMine = outcomes.flatMap((outcome) =>
    'notMine' in outcome ? [{ department: outcome.department, ...outcome.notMine }] : [],
  );
  const columns = notMine.find((one) => one.columns)?.columns;
  if (!columns) return ['  no header can be read: is it a CSV file in UTF-8 or GB18030?'];
  const header = columns.join(',');
  const shown = header.length > MAX_HEADER_CHARACTERS ? `${header.slice(0, MAX_HEADER_CHARACTERS)}…` : header;
  return [`  no department knows these columns: ${shown}`, ...describeNearest(notMine)];
}

/** Of all departments' nearest registers, those with the fewest differences. */
function describeNearest(notMine: readonly (NotMineMessage & { department: string })[]): string[] {
  const candidates = notMine.flatMap(({ department, nearest }) =>
    nearest
      ? [{ department, ...nearest, differences: nearest.missing.length + nearest.unexpected.length }]
      : [],
  );
  const fewest = Math.min(...candidates.map(({ differences }) => differences));
  return candidates
    .filter(({ differences }) => differences === fewest)
    .map(({ department, register, missing, unexpected }) => {
      const parts = [
        ...(missing.length > 0 ? [`missing ${missing.join(', ')}`] : []),
        ...(unexpected.length > 0 ? [`unexpected ${unexpected.join(', ')}`] : []),
      ];
      return `    nearest is "${register}" of ${department}: ${parts.join('; ')}`;
    });
}

function summarise(files: number, incomplete: Readonly<Record<string, readonly string[]>>): string {
  const groups = Object.entries(incomplete).filter(([, names]) => names.length > 0);
  const left = groups.reduce((sum, [, names]) => sum + names.length, 0);
  const parts = groups.map(
    ([what, names]) => `${names.length} ${what} (${names.map((name) => basename(name)).join(', ')})`,
  );
  const all = [`${count(files - left)} imported`, ...parts].join(', ');
  const noun = files === 1 ? 'file' : 'files';
  return `${count(files)} ${noun}: ${all}.${left > 0 ? ` The exit code is ${INCOMPLETE}.` : ''}`;
}
