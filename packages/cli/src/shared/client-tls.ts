import { readFile } from 'node:fs/promises';
import { CommandError } from './command-error.ts';

/** By what part of a TLS identity: the variable that names its file, in PEM. */
const FILES = { ca: 'YIWANG_TLS_CA', cert: 'YIWANG_TLS_CERT', key: 'YIWANG_TLS_KEY' } as const;

let prepared: Promise<void> | null = null;

/**
 * Lets all requests of this process go out with the authorities and the client certificate that the environment names. Nothing is done,
 * and nothing loaded, where it names none.
 *
 * @throws CommandError when a file cannot be used
 */
export function useClientTls(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  prepared ??= prepare(env);
  return prepared;
}

async function prepare(env: NodeJS.ProcessEnv): Promise<void> {
  const named = Object.entries(FILES).filter(([, variable]) => env[variable]);
  if (named.length === 0) return;
  if (!env[FILES.cert] !== !env[FILES.key])
    throw new CommandError(`${FILES.cert} and ${FILES.key} must be set together.`);
  const identity = Object.fromEntries(
    await Promise.all(named.map(async ([part, variable]) => [part, await read(variable, env[variable]!)])),
  ) as Partial<Record<keyof typeof FILES, string>>;
  const { Agent, setGlobalDispatcher } = await import('undici');
  setGlobalDispatcher(new Agent({ connect: identity }));
}

async function read(variable: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${variable}: ${(error as Error).message}`);
  }
}
