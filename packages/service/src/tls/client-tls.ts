import { dirname, resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import { followFile, type FollowedFile, type FollowListener } from '../files/index.ts';

/** With what a connection is made. The same object as long as the files are the same. */
export interface TlsIdentity {
  /** PEM of the authorities whose certificates are accepted; those of Node when left out. */
  ca?: string;
  /** PEM of the certificate that is shown, and of its private key. */
  cert?: string;
  key?: string;
}

/** How services are called over TLS. */
export interface ClientTls extends Disposable {
  /** For the service of this name; undefined where nothing is said of it. */
  of(name: string): TlsIdentity | undefined;
}

const entries = z.record(
  z.string(),
  z
    .strictObject({ ca: z.string().min(1), cert: z.string().min(1), key: z.string().min(1) })
    .partial()
    .refine(({ cert, key }) => (cert === undefined) === (key === undefined), {
      error: 'needs both cert and key, or neither',
    }),
);
/** The entry for all services that have none of their own. */
const OTHERS = '*';

/** Where nothing is set: connections are made as ever. */
export const NO_CLIENT_TLS: ClientTls = { of: () => undefined, [Symbol.dispose]() {} };

/** The setting that names the file. */
export const clientTlsSettings = {
  DEPARTMENT_TLS: z
    .string()
    .default('')
    .describe(
      'JSON file with the authorities that departments and the registry are verified by over https, and with the client certificate that is shown to them: `{"*": {"ca": "ca.pem", "cert": "gateway.pem", "key": "gateway.key"}, "tax": {…}}`, by the name of the department, `registry` or `*` for all others; paths are relative to the file. The file, and those that it names, are read again when they change. When empty, the authorities of Node count, and no certificate is shown.',
    ),
};

/**
 * Follows the file of DEPARTMENT_TLS, and those that it names.
 *
 * @throws SettingsError when one of them cannot be used
 */
export async function openClientTls(file: string, logger: FollowListener): Promise<ClientTls> {
  if (file === '') return NO_CLIENT_TLS;
  const followed: FollowedFile<ReadonlyMap<string, TlsIdentity>> = await followFile(
    { setting: 'DEPARTMENT_TLS', file },
    async (text, readFurther) => {
      const identities = new Map<string, TlsIdentity>();
      for (const [name, named] of Object.entries(parse(text))) {
        const identity: TlsIdentity = {};
        for (const [kind, path] of Object.entries(named) as [keyof TlsIdentity, string][]) {
          identity[kind] = await readFurther(resolve(dirname(file), path));
        }
        checkIdentity(name, identity);
        identities.set(name, identity);
      }
      return identities;
    },
    logger,
  );
  return {
    of: (name) => followed.current.get(name) ?? followed.current.get(OTHERS),
    [Symbol.dispose]: () => followed[Symbol.dispose](),
  };
}

function parse(text: string): z.infer<typeof entries> {
  const read = entries.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${issue!.path.join('.') || 'It'}: ${issue!.message}`);
}

/** @throws Error saying what is wrong: a key that does not belong to its certificate, a file that is no PEM */
export function checkIdentity(name: string, identity: TlsIdentity): void {
  try {
    createSecureContext({ ...identity });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason =
      code === 'ERR_OSSL_X509_KEY_VALUES_MISMATCH' ? 'the key does not belong to the certificate' : message;
    throw new Error(`${name}: ${reason}`, { cause });
  }
}
