import { join } from 'node:path';
import { isPlainText, LOCAL_AUDIENCE, LOCAL_ISSUER, PUBLIC_CLIENT, signClientToken } from '@yiwang/identity';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CommandError } from '../command-error.ts';
import { readKeyFile } from '../files.ts';
import { answer } from '../output.ts';

/** What npm start makes. */
const ISSUER_KEY = join(import.meta.dirname, '../../../../.data/keys/issuer.key');
const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const LONGEST_SECONDS = 30 * UNITS.d;
/** A gateway reads no longer one. */
const LONGEST_TOKEN = 8 * 1024;

interface Options {
  client: string;
  user?: string;
  department?: string;
  scope: string[];
  lifetime: number;
  key: string;
  json: boolean;
}

export function tokenCommand(): Command {
  return new Command('token')
    .description('Signs a token to sign in with, for work on one machine. It is all that is printed.')
    .requiredOption('--client <id>', 'the application that asks; grants are given to it', readName)
    .option('--user <name>', 'the person that it asks for', readName)
    .option(
      '--department <name>',
      'department that the client belongs to, by its name in the graph',
      readDepartment,
    )
    .addOption(
      new Option('--scope <scope...>', 'scopes, several with blanks between them')
        .argParser(addScope)
        .default([], 'none'),
    )
    .addOption(
      new Option('--lifetime <time>', 'seconds, minutes, hours or days, at most 30d')
        .argParser(readLifetime)
        .default(8 * UNITS.h, '8h'),
    )
    .addOption(
      new Option('--key <file>', 'private key of the issuer').default(
        ISSUER_KEY,
        '.data/keys/issuer.key, which npm start makes',
      ),
    )
    .option('--json', 'answer in JSON', false)
    .addHelpText(
      'after',
      `
Send it as the header authorization: Bearer TOKEN. Gateways accept it whose ISSUERS name the issuer ${LOCAL_ISSUER},
the audience ${LOCAL_AUDIENCE} and the public half of the key, as that of npm start does. docs/identity.md tells more.

Scopes: sharing:apply, sharing:decide, sharing:correct, sensitive:read, accesses:read, introspection.`,
    )
    .action(token);
}

async function token({
  client,
  user = client,
  department,
  scope,
  lifetime,
  key,
  json,
}: Options): Promise<void> {
  const subject = {
    id: client,
    user: user === client ? null : user,
    department: department ?? null,
    scopes: scope,
  };
  const signed = await signClientToken(await readKeyFile(key), subject, lifetime);
  if (signed.length > LONGEST_TOKEN) {
    throw new CommandError(
      'With so many scopes the token would be longer than 8 KiB, which no gateway reads.',
    );
  }
  const expiresAt = new Date(Date.now() + lifetime * 1000).toISOString();
  answer(json, { token: signed, expiresAt, client: subject }, () => signed);
}

function readName(text: string): string {
  if (text === PUBLIC_CLIENT.id)
    throw new InvalidArgumentError('That is the name of whoever did not sign in.');
  if (isPlainText(text)) return text;
  throw new InvalidArgumentError('It must be one line of 1 to 200 characters.');
}

function readDepartment(text: string): string {
  if (/^[a-z][a-z0-9-]{0,39}$/.test(text)) return text;
  throw new InvalidArgumentError('It is written with lower-case letters, digits and hyphens.');
}

function addScope(text: string, before: string[]): string[] {
  const scopes = text.split(/[\s,]+/).filter(Boolean);
  if (scopes.length === 0 || !scopes.every(isPlainText))
    throw new InvalidArgumentError('It must be a scope.');
  return [...new Set([...before, ...scopes])];
}

function readLifetime(text: string): number {
  const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * UNITS[unit as keyof typeof UNITS];
  if (seconds >= 1 && seconds <= LONGEST_SECONDS) return seconds;
  throw new InvalidArgumentError('Write 90s, 30m, 8h or 7d; at most 30d.');
}
