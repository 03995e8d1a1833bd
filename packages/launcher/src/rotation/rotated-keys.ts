import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKey, publicKeyOf, readPrivateKey } from '@yiwang/identity';
import { acceptedBeside, type KeyRotation } from '../system/key-rotations.ts';
import { readIfThere, writeText, writeTrust } from '../system/keys.ts';
import { GATEWAY_NAME } from '../system/gateway-names.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How one key is replaced. Each step may be repeated: what was done is done again with the same result. */
export interface RotatedKey {
  /** As it is named on the command line: `gateway`, `department:tax`. */
  name: string;
  /** What it is for. */
  purpose: string;
  /** How long both keys are accepted unless told otherwise: what the former one has signed lives no longer. */
  overlapMs: number;
  /** Whom the registry knows by the key; null when it knows nobody by it. */
  holder: { role: 'GATEWAY' | 'DEPARTMENT'; name: string } | null;
  /** Whether what is in force must be signed anew. */
  signsSupergraphs?: boolean;
  /** What is left of the former key in the end. */
  end: string;
  /** Makes a new key, and reads what will be the former one. */
  create(): Promise<Pick<KeyRotation, 'next' | 'former'>>;
  /** Writes all files of the key as they are at this point of the rotation. */
  write(rotation: KeyRotation): Promise<void>;
  /** Writes them as they are at its end: the former key is accepted no longer. */
  finish(rotation: KeyRotation): Promise<void>;
}

/**
 * Every key of a system that can be rotated.
 *
 * @param folder of the keys
 * @param departments their names
 * @param furtherGateways the names of the gateways beside the first one
 */
export function rotatedKeys(
  folder: string,
  departments: readonly string[],
  furtherGateways: readonly string[],
): RotatedKey[] {
  const pair = (file: string, purpose: string, overlapMs: number, more: Partial<RotatedKey> = {}) =>
    keyPair(folder, file, { name: file, purpose, overlapMs, holder: null, ...more });
  return [
    ...[GATEWAY_NAME, ...furtherGateways].map((name) =>
      pair(name, 'signs assertions for departments, and what the gateway tells the registry', 2 * MINUTE_MS, {
        holder: { role: 'GATEWAY', name },
      }),
    ),
    pair('registry', 'signs supergraphs and grants', 2 * MINUTE_MS, { signsSupergraphs: true }),
    pair('operator', 'signs commands to the registry', 3 * MINUTE_MS),
    pair('auditor', 'reads the access logs of departments', 3 * MINUTE_MS),
    pair('issuer', 'signs the tokens of departments, and those of yiwang token', 24 * HOUR_MS),
    secretLines(folder, 'cursors.key', {
      name: 'cursors',
      purpose: 'encrypts cursors',
      overlapMs: 24 * HOUR_MS,
    }),
    secretLines(folder, 'session.key', {
      name: 'sessions',
      purpose: 'encrypts the sessions of the portal',
      overlapMs: 12 * HOUR_MS,
    }),
    ...departments.map((name) =>
      keyPair(folder, name, {
        name: `department:${name}`,
        purpose: `signs what ${name} publishes`,
        overlapMs: 3 * MINUTE_MS,
        holder: { role: 'DEPARTMENT', name },
      }),
    ),
    ...departments.map((name) => certificateKeys(folder, name)),
  ];
}

type Described = Omit<RotatedKey, 'create' | 'write' | 'finish' | 'end'>;

/** A private key whose public half others have. */
function keyPair(folder: string, name: string, described: Described): RotatedKey {
  const file = join(folder, `${name}.key`);
  return {
    end: 'refused',
    ...described,
    create: async () => ({
      next: JSON.stringify(await createKey()),
      former: JSON.stringify(publicKeyOf(await readPrivateKey(await readFile(file, 'utf8')))),
    }),
    async write(rotation) {
      if (rotation.switchedAt !== null) await writeText(file, rotation.next);
      const key = await readPrivateKey(await readFile(file, 'utf8'));
      await writeTrust(folder, name, [key, ...(await acceptedBeside(rotation))]);
    },
    async finish({ next }) {
      await writeTrust(folder, name, [await readPrivateKey(next)]);
    },
  };
}

/** Secrets on lines of their own, of which the first encrypts, and all decrypt. */
function secretLines(folder: string, name: string, described: Omit<Described, 'holder'>): RotatedKey {
  const file = join(folder, name);
  return {
    ...described,
    holder: null,
    end: 'decrypts nothing more',
    create: async () => ({
      next: randomBytes(32).toString('base64url'),
      former: (await readFile(file, 'utf8')).trim().split('\n')[0]!,
    }),
    write: ({ next, former, switchedAt }) =>
      writeText(file, (switchedAt === null ? [former, next] : [next, former]).join('\n')),
    finish: ({ next }) => writeText(file, next),
  };
}

/** Certificates outlive the keys that signed them: of a former one the public half stays published, and the private half goes. */
function certificateKeys(folder: string, department: string): RotatedKey {
  const file = join(folder, `${department}.certificates.json`);
  type Key = { kid: string; kty: string; crv?: string; x?: string; alg: string; use?: string; d?: string };
  const read = async () => (JSON.parse((await readIfThere(file)) ?? '{"keys":[]}') as { keys: Key[] }).keys;
  const writeKeys = (keys: readonly Key[]) => writeText(file, JSON.stringify({ keys }));
  const others = async (next: Key) => (await read()).filter(({ kid }) => kid !== next.kid);
  return {
    name: `certificates:${department}`,
    purpose: `signs the certificates of ${department}`,
    overlapMs: MINUTE_MS,
    holder: null,
    end: 'signs nothing more; what it has signed stays valid',
    create: async () => ({
      next: JSON.stringify({ ...(await createKey()), alg: 'EdDSA', use: 'sig' }),
      former: (await read())[0]?.kid ?? '',
    }),
    async write({ next, switchedAt }) {
      const key = JSON.parse(next) as Key;
      await writeKeys(switchedAt === null ? [...(await others(key)), key] : [key, ...(await others(key))]);
    },
    async finish({ next }) {
      const key = JSON.parse(next) as Key;
      await writeKeys([key, ...(await others(key)).map(({ d: _private, ...rest }) => rest)]);
    },
  };
}
