import { chown, type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerUser } from '../server-user.ts';
import { segmentsOf, tailOf } from './archive-folder.ts';

/** Bytes of a segment of the WAL, as initdb makes clusters. */
export const SEGMENT_BYTES = 16n * 1024n * 1024n;

/** The name of the segment that holds a position, such as `000000010000000000000003`. */
export function segmentName(timeline: number, position: bigint): string {
  const segment = position / SEGMENT_BYTES;
  const perFile = 0x1_0000_0000n / SEGMENT_BYTES;
  const hex = (value: number | bigint) => value.toString(16).toUpperCase().padStart(8, '0');
  return `${hex(timeline)}${hex(segment / perFile)}${hex(segment % perFile)}`;
}

/**
 * Writes the WAL as it arrives, each segment to a file of its whole size, which is filled with zeros behind what has arrived: that is
 * where a server that recovers from it stops.
 */
export class TailWriter implements AsyncDisposable {
  readonly #folder: string;
  readonly #user: ServerUser;
  readonly #timeline: number;
  #name = '';
  #file: FileHandle | null = null;

  constructor(folder: string, user: ServerUser, timeline: number) {
    this.#folder = folder;
    this.#user = user;
    this.#timeline = timeline;
  }

  /** @param position of the first byte in the WAL. What was written before may be written again. */
  async write(position: bigint, bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      const at = position + BigInt(written);
      const offset = Number(at % SEGMENT_BYTES);
      const end = Math.min(bytes.length, written + Number(SEGMENT_BYTES) - offset);
      const file = await this.#fileOf(segmentName(this.#timeline, at));
      await file.write(bytes, written, end - written, offset);
      written = end;
    }
  }

  /** Returns when all that was written is on the disk. */
  async sync(): Promise<void> {
    await this.#file?.datasync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }

  async #fileOf(name: string): Promise<FileHandle> {
    if (this.#file && this.#name === name) return this.#file;
    if (this.#file) {
      await this.#file.sync();
      await this.#file.close();
      this.#file = null;
      await removeArchived(this.#folder);
    }
    this.#file = await openWhole(join(tailOf(this.#folder), name), this.#user);
    this.#name = name;
    await syncFolder(tailOf(this.#folder));
    return this.#file;
  }
}

/** Not truncated when it is there: its first bytes may be the only copy, until they are sent once more. */
async function openWhole(path: string, user: ServerUser): Promise<FileHandle> {
  const file = await open(path, 'a', 0o600);
  await file.close();
  const whole = await open(path, 'r+');
  await whole.truncate(Number(SEGMENT_BYTES));
  await whole.sync();
  if ('uid' in user) await chown(path, user.uid, user.gid);
  return whole;
}

/** Removes the tails of segments that PostgreSQL has archived whole. */
export async function removeArchived(folder: string): Promise<void> {
  const archived = new Set(await readdir(segmentsOf(folder)));
  for (const name of await readdir(tailOf(folder))) {
    if (archived.has(name)) await rm(join(tailOf(folder), name), { force: true });
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync();
  await folder.close();
}
