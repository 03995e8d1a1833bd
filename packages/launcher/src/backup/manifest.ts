import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BaseBackup, type CopiedFile, hashFile, ifThere } from '@yiwang/postgres-server';
import { z } from 'zod';
import { LaunchError } from '../system/launch-error.ts';

/** What a backup holds, in its file `manifest.json`. */
export interface Manifest {
  format: 1;
  /** ISO 8601. */
  startedAt: string;
  /** A restore reaches any moment from here on. */
  endedAt: string;
  /** Without its files, which are under `cluster/`. Null where the databases were not saved. */
  cluster: (Omit<BaseBackup, 'files'> & { isEmbedded: boolean }) | null;
  /** All files of the backup but this one, by path: those of the cluster, and under `files/` those of the data folder. */
  files: CopiedFile[];
}

const MANIFEST = 'manifest.json';
/** Of the manifest itself, so that whoever cuts a file out of both is found. */
const MANIFEST_HASH = 'manifest.json.sha256';

/** Under one of the two folders of a backup, and not out of it again. */
const PATH = /^(cluster|files)(\/(?!\.\.?(\/|$))[^/]+)+$/;

const shape: z.ZodType<Manifest> = z.object({
  format: z.literal(1),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  cluster: z
    .object({
      system: z.string(),
      version: z.string(),
      firstSegment: z.string(),
      // Backups from before there were others are of embedded servers.
      isEmbedded: z.boolean().default(true),
    })
    .nullable(),
  files: z.array(z.object({ path: z.string().regex(PATH), bytes: z.number(), sha256: z.string() })),
});

/** Writes the manifest, which makes a folder of files a backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const options = { mode: 0o600, flush: true };
  await writeFile(join(folder, MANIFEST_HASH), `${sha256(text)}\n`, options);
  await writeFile(join(folder, MANIFEST), text, options);
}

/**
 * Reads the manifest of a backup, and none of its files.
 *
 * @throws LaunchError when the folder is no backup, or its manifest was changed
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await ifThere(readFile(join(folder, MANIFEST), 'utf8'));
  if (text === null) throw new LaunchError(`There is no backup in ${folder}: it has no ${MANIFEST}.`);
  const hash = await ifThere(readFile(join(folder, MANIFEST_HASH), 'utf8'));
  const parsed = hash?.trim() === sha256(text) ? shape.safeParse(JSON.parse(text)) : null;
  if (parsed?.success) return parsed.data;
  throw new LaunchError(
    `${join(folder, MANIFEST)} is damaged: it does not match ${MANIFEST_HASH}. Use another backup.`,
  );
}

/**
 * Reads every file of a backup.
 *
 * @param onFile called with the bytes of each file that was read
 * @throws LaunchError with the first files that are missing, changed, or were added
 */
export async function verifyFiles(
  folder: string,
  { files }: Manifest,
  onFile: (bytes: number) => void,
): Promise<void> {
  const faults: string[] = [];
  for (const { path, bytes, sha256: expected } of files) {
    const found = await ifThere(hashFile(join(folder, path)));
    if (found !== expected) faults.push(`${path} is ${found === null ? 'missing' : 'not what was saved'}`);
    onFile(bytes);
  }
  const known = new Set(files.map(({ path }) => path));
  for (const path of await filesOf(folder)) {
    if (!known.has(path)) faults.push(`${path} is no part of it`);
  }
  if (faults.length === 0) return;
  const more = faults.length > 5 ? `, and ${faults.length - 5} more` : '';
  throw new LaunchError(
    `The backup ${folder} is damaged: ${faults.slice(0, 5).join('; ')}${more}. Nothing was restored.`,
  );
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((path) => path !== MANIFEST && path !== MANIFEST_HASH);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
