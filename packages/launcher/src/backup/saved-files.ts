import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type CopiedFile, copyTree, ifThere } from '@yiwang/postgres-server';
import type { DataFolder } from '../system/data-folder.ts';

/**
 * What is saved of a data folder besides the databases, by its path there: keys, journals of accesses, files that people sent, rows that
 * imports rejected, the last supergraphs. Logs are not.
 */
export const SAVED = [
  '.yiwang',
  'scale',
  'keys',
  'access-log',
  'department-logs',
  'materials',
  'rejected',
  'supergraphs',
  'postgres/password',
];

/** Drafts are renamed or gone in a moment, locks are those of processes. */
function isPassing(name: string): boolean {
  return name.endsWith('.draft') || name === 'lock' || name === 'lock.pid';
}

/**
 * Copies the files of a data folder. What is written to meanwhile is copied as far as it goes: journals are only added to.
 *
 * @returns the files, by their path in the data folder
 */
export async function saveFiles(
  { path }: DataFolder,
  target: string,
  onFile: (bytes: number) => void,
): Promise<CopiedFile[]> {
  const saved: CopiedFile[] = [];
  for (const part of SAVED) {
    const found = await ifThere(stat(join(path, part)));
    if (!found) continue;
    const folder = found.isDirectory() ? part : dirname(part);
    const files = await copyTree(join(path, folder), join(target, folder), {
      // Of the folder of a single file, that file alone.
      skip: (inner) => (found.isDirectory() ? isPassing(basename(inner)) : inner !== basename(part)),
      onFile: ({ bytes }) => onFile(bytes),
    });
    saved.push(
      ...files.map((file) => ({ ...file, path: folder === '.' ? file.path : `${folder}/${file.path}` })),
    );
  }
  return saved;
}
