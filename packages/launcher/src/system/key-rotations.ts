import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PublicKey, readPrivateKey, publicKeyOf, readPublicKey } from '@yiwang/identity';
import { LaunchError } from './launch-error.ts';
import { writeAtomically } from './write-atomically.ts';

/** A key that is being replaced. All files of keys follow from it, so that a rotation that was killed can go on. */
export interface KeyRotation {
  /** The new key, as its file will hold it. */
  next: string;
  /** The key before it: of a pair the public half. */
  former: string;
  /** When the new key took the place of the former one; null while it is only accepted. */
  switchedAt: string | null;
  /** Milliseconds from then on in which both are accepted. */
  overlapMs: number;
  /** The overlap is over: the former key is accepted nowhere any longer, and what is left to do is being done. */
  isEnding?: true;
}

/** By the name of the key: `gateway`, `department:tax`. */
export type KeyRotations = Readonly<Record<string, KeyRotation>>;

const FILE = 'rotations.json';

/** The rotations that have not come to their end. @param folder of the keys */
export async function readRotations(folder: string): Promise<KeyRotations> {
  const file = join(folder, FILE);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as KeyRotations;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new LaunchError(`${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

/** Readable to one user only: it holds private keys. */
export function writeRotations(folder: string, rotations: KeyRotations): Promise<void> {
  return writeAtomically(join(folder, FILE), `${JSON.stringify(rotations)}\n`);
}

/** Of a pair that is being replaced: the key that is accepted beside the one that signs. Empty when none is. */
export async function acceptedBeside(rotation: KeyRotation | undefined): Promise<PublicKey[]> {
  if (!rotation || rotation.isEnding) return [];
  const { next, former, switchedAt } = rotation;
  return [switchedAt === null ? publicKeyOf(await readPrivateKey(next)) : await readPublicKey(former)];
}
