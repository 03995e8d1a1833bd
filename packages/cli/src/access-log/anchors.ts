import { appendFile, readFile } from 'node:fs/promises';
import { type Anchor, type Position, sealedPosition, type SealKey } from '@yiwang/access-log';
import { z } from 'zod';
import { CommandError } from '../shared/command-error.ts';
import { resolvePath } from '../shared/files.ts';

/** What was found of a log at an earlier time: it must hold this record for ever. */
export interface RememberedAnchor extends Position {
  /** Name of the log; see logOf. */
  log: string;
  /** When it was verified: ISO 8601. */
  verifiedAt: string;
  /** The seal of the record, where it had one. */
  seal: string | null;
  /** Of a department's log: the keys that sealed it. */
  keys?: SealKey[];
}

const anchor: z.ZodType<RememberedAnchor> = z.strictObject({
  log: z.string().min(1),
  sequence: z.int().min(1),
  hash: z.string(),
  verifiedAt: z.string(),
  seal: z.string().nullable(),
  keys: z
    .array(
      z.strictObject({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string(),
        revokedAt: z.string().nullable(),
      }),
    )
    .exactOptional(),
});

/**
 * Reads what an auditor keeps: a JSON object in each line, in the order in which they were found. What earlier versions wrote, the
 * last seal of each gateway as one JSON object, is read as well.
 *
 * @returns none when there is no such file yet
 * @throws CommandError when it is none
 */
export async function readAnchors(path: string): Promise<RememberedAnchor[]> {
  let text: string;
  try {
    text = await readFile(resolvePath(path), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new CommandError(`The anchors ${path} cannot be read (${code}).`);
  }
  const former = readSeals(text);
  if (former) return former;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const { success, data } = anchor.safeParse(parse(line));
      if (success) return data;
      throw new CommandError(
        `${path} holds no anchors: line ${index + 1} is none. It is written by yiwang verify-log --anchors; get it back from a copy.`,
      );
    });
}

/** An anchor, and when it was noted: ISO 8601; empty when that is not known. */
export interface DatedAnchor extends Anchor {
  at: string;
}

/**
 * The anchors of one log, to verify it with.
 *
 * @param source where they are kept, for messages
 */
export function anchorsFor(
  remembered: readonly RememberedAnchor[],
  name: string,
  source: string,
): DatedAnchor[] {
  return remembered
    .filter(({ log }) => log === name)
    .map(({ sequence, hash, verifiedAt }) => ({ sequence, hash, source, at: verifiedAt }));
}

/** Extends the file; what is there stays. Readable to this user only: seals tell how much is read. */
export async function addAnchors(path: string, found: readonly RememberedAnchor[]): Promise<void> {
  const before = await readAnchors(path);
  const text = await readFile(resolvePath(path), 'utf8').catch(() => '');
  const isFormer = readSeals(text) !== null;
  const added = found.filter(
    ({ log, sequence, hash }) =>
      !before.some((one) => one.log === log && one.sequence === sequence && one.hash === hash),
  );
  const kept = isFormer ? before : [];
  if (kept.length + added.length === 0) return;
  const lines = [...kept, ...added].map((one) => `${JSON.stringify(one)}\n`).join('');
  const options = { mode: 0o600, flag: isFormer ? 'w' : 'a' };
  await appendFile(resolvePath(path), lines, options).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${path} cannot be written (${error.code}).`);
  });
}

/** The form of earlier versions; null for any other. */
function readSeals(text: string): RememberedAnchor[] | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || 'log' in value) return null;
  const found = Object.entries(value).map(([log, seal]) => {
    const position = typeof seal === 'string' ? sealedPosition(seal) : null;
    return position && { log, ...position, verifiedAt: '', seal: seal as string };
  });
  return found.every((one) => one !== null) ? found : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
