import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere, segmentsOf } from '@yiwang/postgres-server';
import { readManifest } from './manifest.ts';

/** As backups are named; other folders beside them stay. */
const BACKUP_NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/;
/** A segment of the WAL: timeline, and its place in all timelines. */
const SEGMENT_NAME = /^[0-9A-F]{8}([0-9A-F]{16})/;

/**
 * Removes all but the newest backups, and of the archive what the oldest of those does not need.
 *
 * @param archive null when there is none
 * @returns how many backups and how many segments were removed
 */
export async function prune(
  folder: string,
  keep: number,
  archive: string | null,
): Promise<{ backups: number; segments: number }> {
  const all = (await readdir(folder)).filter((name) => BACKUP_NAME.test(name)).sort();
  const old = all.slice(0, -keep);
  for (const name of old) await rm(join(folder, name), { recursive: true });
  const oldest = all.at(-keep) ?? all[0];
  if (archive === null || oldest === undefined) return { backups: old.length, segments: 0 };
  const { cluster } = await readManifest(join(folder, oldest));
  const segments = cluster === null ? 0 : await removeBefore(archive, cluster.firstSegment);
  return { backups: old.length, segments };
}

/** As `pg_archivecleanup` does: timelines are not looked at, and histories of timelines stay. */
async function removeBefore(archive: string, first: string): Promise<number> {
  const from = SEGMENT_NAME.exec(first)![1]!;
  let removed = 0;
  for (const name of (await ifThere(readdir(segmentsOf(archive)))) ?? []) {
    const place = SEGMENT_NAME.exec(name)?.[1];
    if (place === undefined || place >= from) continue;
    await rm(join(segmentsOf(archive), name));
    removed += 1;
  }
  return removed;
}
