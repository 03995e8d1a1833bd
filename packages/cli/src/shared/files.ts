import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { IdentityError, type PrivateKey, readPrivateKey } from '@yiwang/identity';
import { CommandError } from './command-error.ts';

/** The registry refuses more; so does reading, before it fills the memory. */
const SCHEMA_LIMIT_BYTES = 5_000_000;

/** Relative to where the user stands: npm runs scripts in the root of the project. */
export function resolvePath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** @throws CommandError when it is missing, unreadable, no text or larger than any schema may be */
export async function readSchemaFile(path: string): Promise<string> {
  const { size } = await stat(resolvePath(path)).catch((error) => refuse('schema', path, error));
  if (size > SCHEMA_LIMIT_BYTES) {
    throw new CommandError(
      `The schema ${path} has ${Math.ceil(size / 1e6)} MB; a department's schema may have 5.`,
    );
  }
  return readText('schema', path);
}

/** @throws CommandError when it is missing or holds no private key */
export async function readKeyFile(path: string): Promise<PrivateKey> {
  try {
    return await readPrivateKey(await readText('key', path));
  } catch (error) {
    if (!(error instanceof IdentityError)) throw error;
    throw new CommandError(`${path} is not a key to sign with: ${error.message} yiwang keygen makes one.`);
  }
}

/** @param kind what the file is to the person, such as `schema` */
export async function readText(kind: string, path: string): Promise<string> {
  const bytes = await readFile(resolvePath(path)).catch((error) => refuse(kind, path, error));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`The ${kind} ${path} is not UTF-8 text.`);
  }
}

/** @throws CommandError when the file holds no JSON */
export async function readJson(kind: string, path: string): Promise<unknown> {
  const text = await readText(kind, path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`The ${kind} ${path} is not JSON: ${(error as Error).message}.`);
  }
}

/**
 * @param mode permissions of the file
 * @throws CommandError when it is there already, or cannot be written
 */
export async function writeNewFile(path: string, text: string, mode = 0o644): Promise<void> {
  await writeFile(resolvePath(path), text, { flag: 'wx', mode }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new CommandError(`${path} is there already; it is left as it is.`);
    throw new CommandError(`${path} cannot be written (${error.code}).`);
  });
}

/**
 * Writes what `--output` asks for, over what is there.
 *
 * @throws CommandError when it cannot be written
 */
export async function writeOutput(path: string, text: string): Promise<void> {
  await writeFile(resolvePath(path), text).catch(({ code }: NodeJS.ErrnoException) => {
    throw new CommandError(`${path} cannot be written (${code}).`);
  });
}

function refuse(kind: string, path: string, { code }: NodeJS.ErrnoException): never {
  if (code === 'ENOENT') throw new CommandError(`There is no ${kind} ${path}.`);
  if (code === 'EISDIR') throw new CommandError(`The ${kind} ${path} is a folder; a file is needed.`);
  throw new CommandError(`The ${kind} ${path} cannot be read (${code}).`);
}
