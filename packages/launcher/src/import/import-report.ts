import { basename } from 'node:path';
import { count } from '../terminal.ts';
import type { FileOutcome, ImportedMessage } from './import-files.ts';
import { readHeaderLine } from './read-header-line.ts';

export interface ImportReport {
  /** Lines for the operator. */
  text: string;
  /** Every file was read to its end by some department. */
  complete: boolean;
}

/**
 * What became of each file: rows read = rows stored + rows refused, for each register that took it.
 *
 * @param readable every file that was given to the departments
 */
export async function describeImport(
  readable: readonly string[],
  unreadable: readonly string[],
  outcomes: readonly FileOutcome[],
): Promise<ImportReport> {
  const blocks: string[] = [];
  let complete = unreadable.length === 0;
  for (const file of readable) {
    const ofFile = outcomes.filter((outcome) => outcome.file === file);
    const known = ofFile.some((outcome) => 'imported' in outcome);
    complete &&= known && ofFile.every((outcome) => 'imported' in outcome);
    const lines = ofFile.map(describeOutcome);
    if (ofFile.length === 0) lines.push(`  no department knows these columns: ${await readHeaderLine(file)}`);
    blocks.push([basename(file), ...lines].join('\n'));
  }
  for (const file of unreadable)
    blocks.push(`${basename(file)}\n  cannot be read: is it a file, and may this user read it?`);
  return { text: blocks.join('\n'), complete };
}

function describeOutcome(outcome: FileOutcome): string {
  if ('failure' in outcome) return `  ${outcome.department}: ${outcome.failure}`;
  return `  ${outcome.department}: ${describeRows(outcome.imported)}`;
}

function describeRows({ register, read, stored, refused, refusedFile }: ImportedMessage): string {
  const rows = `${register}: ${count(read)} rows read = ${count(stored)} stored + ${count(refused)} refused`;
  return refusedFile ? `${rows}, with the reasons in ${refusedFile}` : rows;
}
