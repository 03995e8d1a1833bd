import { delimiter } from 'node:path';
import { COMPOSITION_LIBRARIES, type CompositionLibraryName } from '@yiwang/composition/composition-library';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { PrivateKey } from '@yiwang/identity';
import { CommandError } from '../shared/command-error.ts';
import { readKeyFile } from '../shared/files.ts';
import { findLocalSystem } from './local-system.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';

/** Where `npm start` serves unless it is told otherwise. */
const REGISTRY = 'http://127.0.0.1:4000/graphql';

/** What every command that asks the registry is given. */
export interface RegistryOptions {
  registry: string;
  json: boolean;
  data?: string;
}

/** What a command is given that reads what the registry keeps back. */
export interface ReadingOptions extends RegistryOptions {
  key?: string[];
  token?: string;
}

/** `--data`, by which a command finds the system that runs on this machine. */
export function dataOption(): Option {
  return new Option(
    '--data <dir>',
    'data folder of a system that runs here (default: .data in the folder of the project)',
  ).env('YIWANG_DATA');
}

/** A command that asks the registry: the one that is named, else that of the system that runs here. */
export function registryCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(
      new Option(
        '--registry <url>',
        'GraphQL address of a gateway or of the exchange department (default: of the system that runs here)',
      ).env('YIWANG_REGISTRY'),
    )
    .addOption(dataOption())
    .option('--json', 'answer in JSON', false)
    .hook('preAction', (command) => {
      const { registry, data } = command.opts<{ registry?: string; data?: string }>();
      if (registry) return;
      const found = findLocalSystem(data)?.registry ?? REGISTRY;
      command.setOptionValueWithSource('registry', found, 'default');
    });
}

/**
 * A command that asks the registry for what it keeps back. With the system that runs here it signs as its operator, unless a key or
 * a token is named.
 */
export function readingCommand(name: string, description: string): Command {
  return registryCommand(name, description)
    .addOption(keyOption())
    .addOption(
      new Option('--token <jwt>', 'of a client with the scope for it, instead of a key').env('YIWANG_TOKEN'),
    )
    .hook('preAction', (command) => {
      const { data, key, token } = command.opts<ReadingOptions>();
      const isNamed = command.getOptionValueSource('registry') !== 'default';
      if (isNamed || token || keyFilesOf(key).length > 0) return;
      const operator = findLocalSystem(data)?.keys.operator;
      if (operator) command.setOptionValueWithSource('key', [operator], 'default');
    });
}

/** `--key`, for what the registry wants to be signed. */
export function keyOption(): Option {
  return new Option(
    '--key <file>',
    'private key of the department or operator; may be given more than once (default: YIWANG_KEY)',
  ).argParser((file: string, before: string[] | undefined) => [...(before ?? []), file]);
}

export function firstOption(what: string): Option {
  return new Option('--first <n>', `most ${what} to show, 1 to 100`).argParser(readCount(1, 100)).default(20);
}

export function daysOption(): Option {
  return new Option('--days <n>', 'how many days of operations count as in use')
    .argParser(readCount(1, 400))
    .default(30);
}

/** The registry that a command asks, with the key and the token that it was given. */
export function registryOf({ registry, key, token }: ReadingOptions): Registry {
  return openRegistry(registry, { token, readKey: () => firstKeyOf({ key }) });
}

export interface KeysGiven {
  /** Files. */
  key?: string[];
}

/** The first private key of `--key`, else of YIWANG_KEY; null when there is none. */
export async function firstKeyOf({ key }: KeysGiven): Promise<PrivateKey | null> {
  const [file] = keyFilesOf(key);
  return file === undefined ? null : readKeyFile(file);
}

/** Of `--key`, else of YIWANG_KEY. */
function keyFilesOf(given: string[] | undefined): string[] {
  return given ?? (process.env['YIWANG_KEY'] ?? '').split(delimiter).filter(Boolean);
}

/**
 * The private keys of `--key`, else of YIWANG_KEY.
 *
 * @throws CommandError when there is none, or one of them is none
 */
export async function keysOf({ key }: KeysGiven) {
  const given = keyFilesOf(key);
  if (given.length === 0) {
    throw new CommandError(
      'The registry wants this signed: name the file of your private key with --key FILE or YIWANG_KEY.',
    );
  }
  return Promise.all(given.map(readKeyFile));
}

/** What a command is given that composes on this machine. */
export interface CompositionOptions {
  composition: CompositionLibraryName;
}

/** `--composition`, by which library a command composes that does so on this machine; the registry has a setting for it. */
export function compositionOption(): Option {
  return new Option('--composition <library>', 'library that composes here')
    .choices(COMPOSITION_LIBRARIES)
    .default(COMPOSITION_LIBRARIES[0]);
}

/** A whole number between two others, both included. */
export function readCount(least: number, most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (/^\d+$/.test(text) && count >= least && count <= most) return count;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

export const readVersion = readCount(1, 2 ** 31 - 1);
