import type { SealKey } from '@yiwang/access-log';
import { readPublicKey } from '@yiwang/identity';
import { InvalidArgumentError, Option } from 'commander';
import { CommandError } from '../shared/command-error.ts';
import { readText } from '../shared/files.ts';
import { MOMENT_FORMS, readEnd, readStart } from '../shared/moments.ts';
import { readCount, registryCommand, type RegistryOptions } from '../options/options.ts';

export interface VerifyLogOptions extends RegistryOptions {
  gateway?: string;
  from?: string;
  to?: string;
  token?: string;
  records?: string;
  journal?: string;
  gatewayKey?: string[];
  anchors?: string;
  auditorKey?: string;
  /** In place of those of the registry. */
  department?: DepartmentAddress[];
  withoutLog?: string[];
  settle: number;
}

/** Where a department, or one process of it, is asked. */
export interface DepartmentAddress {
  name: string;
  url: string;
}

const SETTLE_SECONDS = 120;

export function verifyLogCommandForm() {
  return registryCommand(
    'verify-log',
    'Verifies access logs and reports the first record that was changed after it was written. Ends with 1 if there is one, and with 2 if that could not be determined.',
  )
    .option('--gateway <name>', 'only the log of this gateway')
    .option('--from <time>', `from the first record of this time on: ${MOMENT_FORMS}`, readStart)
    .option('--to <time>', 'up to this time, and on to the seal that covers it; as --from', readEnd)
    .addOption(
      new Option('--token <jwt>', 'of a client with the scopes accesses:read and sensitive:read').env(
        'YIWANG_TOKEN',
      ),
    )
    .addOption(
      new Option(
        '--auditor-key <file>',
        'private key of an auditor: asks the departments, at their own addresses, for the seals that they keep and for their own logs, and compares those with the gateways’',
      ).env('YIWANG_AUDITOR_KEY'),
    )
    .addOption(
      new Option(
        '--department <name=url>',
        'a department and its address, for --auditor-key; may be given more than once, and for each process of a department that has several (default: those of the registry)',
      ).argParser(readAddress),
    )
    .option(
      '--anchors <file>',
      'see that each log still holds what this file says of it, and extend the file; keep it where nobody else writes',
    )
    .addOption(new Option('--seals <file>', 'the former name of --anchors').hideHelp())
    .option(
      '--records <file>',
      'keep what is read in a new file, to verify it later with --journal; needs --gateway',
    )
    .option(
      '--journal <path>',
      'verify a journal, a folder of a gateway or department, or a file of --records instead',
    )
    .addOption(
      new Option(
        '--gateway-key <file>',
        'public key that seals the log, instead of those that the exchange has registered; may be given more than once',
      ).argParser(addText),
    )
    .addOption(
      new Option(
        '--without-log <gateway>',
        'a gateway that is registered and has no access log; may be given more than once',
      ).argParser(addText),
    )
    .addOption(
      new Option('--settle <seconds>', 'how long a record may be under way before another log must have it')
        .argParser(readCount(0, 86_400))
        .default(SETTLE_SECONDS),
    );
}

/** @throws CommandError when one is no key */
export async function readSealKeys(files: readonly string[]): Promise<SealKey[]> {
  return Promise.all(
    files.map(async (file) => {
      const key = await readPublicKey(await readText('key', file)).catch((error: Error) => {
        throw error instanceof CommandError ? error : new CommandError(`${file}: ${error.message}`);
      });
      return { ...key, revokedAt: null };
    }),
  );
}

function addText(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), text];
}

function readAddress(text: string, before: DepartmentAddress[] = []): DepartmentAddress[] {
  const [, name, url] = /^([\w-]+)=(https?:\/\/.+)$/.exec(text) ?? [];
  if (name && url && URL.canParse(url)) return [...before, { name, url }];
  throw new InvalidArgumentError('Write it as tax=http://tax:4003/graphql.');
}
