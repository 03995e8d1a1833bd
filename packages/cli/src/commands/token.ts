import { join } from 'node:path';
import {
  isPlainText,
  LOCAL_AUDIENCE,
  LOCAL_ISSUER,
  type PrivateKey,
  PUBLIC_CLIENT,
  SCOPES,
  signClientToken,
} from '@yiwang/identity';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CommandError } from '../shared/command-error.ts';
import { readKeyFile, resolvePath } from '../shared/files.ts';
import { dataFolderOf, findLocalSystem } from '../options/local-system.ts';
import { dataOption } from '../options/options.ts';
import { answer, terminal } from '../shared/output.ts';

const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const MAX_SECONDS = 30 * UNITS.d;
/** A gateway reads no longer one. */
const MAX_TOKEN_BYTES = 8 * 1024;

interface Options {
  all: boolean;
  client?: string;
  user?: string;
  department?: string;
  scope: string[];
  lifetime: number;
  key?: string;
  data?: string;
  json: boolean;
}

export function tokenCommand(): Command {
  return new Command('token')
    .description('Signs a token for local work, and prints only the token.')
    .option('--client <id>', 'the application that asks; grants are given to it', readName)
    .option(
      '--all',
      'a token with every scope, for work with the system that runs here: of the client local-work and the first department, unless named',
      false,
    )
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
      new Option(
        '--key <file>',
        'private key of the issuer (default: keys/issuer.key in the data folder, which npm start makes)',
      ),
    )
    .addOption(dataOption())
    .option('--json', 'answer in JSON', false)
    .addHelpText(
      'after',
      `
Send it as the header authorization: Bearer TOKEN. Gateways accept it whose ISSUERS name the issuer ${LOCAL_ISSUER},
the audience ${LOCAL_AUDIENCE} and the public half of the key, as that of npm start does. docs/identity.md tells more.

Scopes: ${Object.keys(SCOPES).join(', ')}.`,
    )
    .action(token);
}

async function token(options: Options): Promise<void> {
  const { lifetime, json } = options;
  const { client, department, scopes, key } = options.all ? everything(options) : named(options);
  const { user = client } = options;
  const subject = { id: client, user: user === client ? null : user, department, scopes };
  const signed = await signClientToken(await readIssuerKey(key), subject, lifetime);
  if (signed.length > MAX_TOKEN_BYTES) {
    throw new CommandError(
      'With so many scopes the token would be longer than 8 KiB, which no gateway reads.',
    );
  }
  const expiresAt = new Date(Date.now() + lifetime * 1000).toISOString();
  answer(json, { token: signed, expiresAt, client: subject }, () => signed);
  // Only for a person at a terminal: what is piped on is the token alone, and so is what a test compares.
  if (options.all && !json && process.stderr.isTTY) terminal.note(describe(client, department));
}

/** @throws CommandError that says which command makes the key */
function readIssuerKey(key: string): Promise<PrivateKey> {
  return readKeyFile(key).catch((error: CommandError) => {
    throw new CommandError(
      `${error.message} npm start makes the key of its issuer; --data names its folder, --key another file.`,
    );
  });
}

interface Named {
  client: string;
  department: string | null;
  scopes: string[];
  /** File of the issuer's private key. */
  key: string;
}

function named({ client, department, scope, key, data }: Options): Named {
  if (client === undefined)
    throw new CommandError(
      "required option '--client <id>' not specified: it names the application that asks. --all gives one for local work.",
    );
  return { client, department: department ?? null, scopes: scope, key: key ?? issuerKeyOf(data) };
}

/** @throws CommandError for any issuer but the one of this machine */
function everything({ client = 'local-work', department, scope, key, data }: Options): Named {
  const own = issuerKeyOf(data);
  if (key !== undefined && resolvePath(key) !== own) {
    throw new CommandError(
      `--all is for local work, with the key that npm start has made: ${own}. With another key, name the scopes: --client <id> --scope <scope...>.`,
    );
  }
  if (scope.length > 0) throw new CommandError('--all gives every scope: leave --scope out.');
  const first = findLocalSystem(data)?.departments[0]?.name ?? null;
  return { client, department: department ?? first, scopes: Object.keys(SCOPES), key: own };
}

function issuerKeyOf(data: string | undefined): string {
  return join(dataFolderOf(data), 'keys', 'issuer.key');
}

function describe(client: string, department: string | null): string {
  return `
Of the client ${client}${department === null ? '' : ` of the department ${department}`}, with every scope. Send it as
  authorization: Bearer TOKEN
Conditional data also wants to know what for, and a grant unless it is the department's own:
  purpose-basis: local-work
  purpose-case: 1
  purpose-requester: me`;
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
  if (seconds >= 1 && seconds <= MAX_SECONDS) return seconds;
  throw new InvalidArgumentError('Write 90s, 30m, 8h or 7d; at most 30d.');
}
