import { contents, signCredential } from '@yiwang/identity';
import { Option } from 'commander';
import { CommandError } from '../shared/command-error.ts';
import { readKeyFile } from '../shared/files.ts';

const WAIVERS = ['owner-consent', 'caller-verification'];

export interface WaiverOptions {
  waive?: string[];
  operatorKey?: string;
}

/** `--waive` and `--operator-key`, for what the registry would refuse and an operator takes upon himself. */
export function waiverOptions(): Option[] {
  return [
    new Option(
      '--waive <requirement>',
      'do it without: owner-consent, or caller-verification; an operator signs for it, and it is recorded; may be given twice',
    ).argParser((text: string, before: string[] | undefined) => {
      if (!WAIVERS.includes(text)) throw new CommandError(`--waive takes ${WAIVERS.join(' or ')}.`);
      return [...(before ?? []), text];
    }),
    new Option('--operator-key <file>', 'private key of the operator who waives'),
  ];
}

/**
 * The registry's argument `waiver`; null when nothing is waived.
 *
 * @param digest of what the change itself is signed for
 * @throws CommandError when no operator's key is named
 */
export async function waiverFor(
  digest: string,
  { waive = [], operatorKey }: WaiverOptions,
): Promise<{ of: string[]; credential: string } | null> {
  if (waive.length === 0) return null;
  if (operatorKey === undefined) {
    throw new CommandError('--waive needs the key of an operator: --operator-key FILE.');
  }
  const of = [...new Set(waive)].map((name) => name.toUpperCase().replace('-', '_'));
  const claim = { action: 'waive', digest: contents.waive(digest, of) };
  return { of, credential: await signCredential(await readKeyFile(operatorKey), claim) };
}
