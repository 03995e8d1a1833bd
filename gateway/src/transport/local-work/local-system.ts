import { readFile } from 'node:fs/promises';
import { isLoopback, SettingsError } from '@yiwang/service/settings';
import { type PrivateKey, readPrivateKey } from '@yiwang/identity';
import { z } from 'zod';

/** Settings that decide whether the gateway serves the pages for local work. */
export interface LocalWorkSettings {
  LOCAL_WORK: string;
  HOST: string;
}

/** The file in which `npm start` describes the system that it runs. */
const SYSTEM = z.object({
  data: z.string(),
  portal: z.url().nullable().default(null),
  departments: z.array(z.object({ name: z.string(), url: z.url(), examples: z.string().default('') })),
  keys: z.object({ issuer: z.string() }),
});

/** A system on one machine, whose developer may sign in as anyone. */
export interface LocalSystem {
  /** The data folder. */
  data: string;
  /** Address of the portal, without a path; null where none runs. */
  portal: string | null;
  /** `examples` is a folder of .graphql files for its playground; empty for none. */
  departments: readonly { name: string; url: string; examples: string }[];
  /** Key of the built-in issuer. */
  issuerKey: PrivateKey;
}

/** Reads the system; returns null while it is starting. */
export type ReadLocalSystem = () => Promise<LocalSystem | null>;

/**
 * Returns the reader of the system; null unless the setting names a file.
 *
 * @throws SettingsError where others could reach the pages, which sign tokens for anyone
 */
export function openLocalSystem({ LOCAL_WORK, HOST }: LocalWorkSettings): ReadLocalSystem | null {
  if (LOCAL_WORK === '') return null;
  if (!isLoopback(HOST)) {
    throw new SettingsError(
      `LOCAL_WORK: only for a gateway that listens on loopback, but HOST is ${HOST}. Unset one of them.`,
    );
  }
  if (process.env['NODE_ENV'] === 'production') {
    throw new SettingsError(
      'LOCAL_WORK: not in production (NODE_ENV), because it lets anyone sign in as anyone.',
    );
  }
  return async () => {
    const text = await readFile(LOCAL_WORK, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const { data, portal, departments, keys } = SYSTEM.parse(JSON.parse(text));
    return {
      data,
      portal,
      departments,
      issuerKey: await readPrivateKey(await readFile(keys.issuer, 'utf8')),
    };
  };
}
