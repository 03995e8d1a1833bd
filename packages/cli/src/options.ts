import { delimiter } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CommandError } from './command-error.ts';
import { readKeyFile } from './files.ts';
import { openRegistry, type Registry } from './registry/registry.ts';

const REGISTRY = 'http://127.0.0.1:4000/graphql';

/** What every command that asks the registry is given. */
export interface RegistryOptions {
  registry: string;
  json: boolean;
}

export interface KeyOptions {
  key: string[];
}

/** A command that asks the registry. */
export function registryCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(
      new Option('--registry <url>', 'GraphQL address of a gateway or of the exchange department')
        .env('YIWANG_REGISTRY')
        .default(REGISTRY),
    )
    .option('--json', 'answer in JSON', false);
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

export function registryOf({ registry }: RegistryOptions): Registry {
  return openRegistry(registry);
}

/**
 * The private keys of `--key`, else of YIWANG_KEY.
 *
 * @throws CommandError when there is none, or one of them is none
 */
export async function keysOf({ key }: { key?: string[] }) {
  const given = key ?? (process.env['YIWANG_KEY'] ?? '').split(delimiter).filter(Boolean);
  if (given.length === 0) {
    throw new CommandError(
      'The registry wants this signed: name the file of your private key with --key FILE or YIWANG_KEY.',
    );
  }
  return Promise.all(given.map(readKeyFile));
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
