import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beginningOf, chain, type Entry, type Position } from '../chain.ts';
import type { JournalHead } from '../journal-lines.ts';
import type { createSealer } from '../seal.ts';
import { lockFolder } from './lock-folder.ts';
import { type OpenSegment, openSegment } from './open-segment.ts';
import { recover, type Recovered } from './recover.ts';
import { type JournalFiles, listSegments, type Segment, writeSegment } from './segments.ts';

/** A seal at least so often: only what is sealed is sent on. */
export const SEAL_RECORDS = 256;
const SEAL_BYTES = 1024 * 1024;
export const SEAL_MS = 1000;
/** What is kept for some days goes file by file. */
const SEGMENT_MS = 86_400_000;

export interface SealedLogOptions {
  folder: string;
  gateway: string;
  sign: ReturnType<typeof createSealer>;
  /** Where a log begins that is not there yet. */
  findEnd: () => Promise<Position>;
  files: JournalFiles;
  segmentBytes: number;
  /** Told when the disk did not take what had been appended. */
  onFault: (error: unknown) => void;
}

/**
 * The chain of records and seals in the segments of a folder. `open`, `probe`, `append` and `rotate` are called one after the
 * other.
 */
export class SealedLog {
  readonly #options: SealedLogOptions;
  #lock: Disposable | null = null;
  #segment: OpenSegment | null = null;
  #segmentSinceMs = 0;
  #end: JournalHead;
  #unsealedBytes = 0;
  /** Of the open segment, up to its last seal. */
  #sealedBytes = 0;
  #lastSealMs = 0;
  #lastSeal: string | null = null;

  constructor(options: SealedLogOptions) {
    this.#options = options;
    this.#end = { gateway: options.gateway, ...beginningOf(options.gateway), sealed: 0 };
  }

  get end(): JournalHead {
    return this.#end;
  }

  get lastSeal(): string | null {
    return this.#lastSeal;
  }

  get isOpen(): boolean {
    return this.#segment !== null;
  }

  /** @throws whatever keeps it from being opened; may be called again then */
  async open(): Promise<void> {
    const { folder, gateway, findEnd } = this.#options;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await keepPrivate(folder);
    this.#lock ??= await lockFolder(folder);
    const drafts = (await readdir(folder)).filter((name) => name.endsWith('.draft'));
    await Promise.all(drafts.map((name) => rm(join(folder, name))));
    const found = await recover(folder, gateway);
    if (found) return this.#goOn(found);
    const known = await findEnd();
    // What is kept elsewhere ends with a seal.
    this.#end = { gateway, ...known, sealed: known.sequence };
    return this.#beginSegment();
  }

  /** @throws as long as nothing can be written */
  async probe(): Promise<void> {
    await this.#segment!.probe();
  }

  /**
   * Writes records, and a seal behind them when it is due.
   *
   * @param isLast seals in any case what has no seal yet
   * @returns true when all that is written now has a seal
   */
  async append(batch: readonly Entry[], isLast = false): Promise<boolean> {
    const { gateway, sign } = this.#options;
    let { sequence, hash, sealed } = this.#end;
    const lines: string[] = [];
    let seal: string | null = null;
    let bytes = this.#unsealedBytes;
    for (const access of batch) {
      const record = chain(access, gateway, { sequence, hash });
      ({ sequence, hash } = record);
      lines.push(record.text);
      bytes += Buffer.byteLength(record.text) + 1;
    }
    if (sequence > sealed && (isLast || this.#isSealDue(sequence - sealed, bytes))) {
      const at = batch.at(-1)?.at ?? new Date().toISOString();
      seal = sign({ gateway, sequence, hash, at, after: sealed });
      lines.push(seal);
      sealed = sequence;
    }
    if (lines.length > 0) await this.#segment!.append(Buffer.from(`${lines.join('\n')}\n`));
    this.#end = { gateway, sequence, hash, sealed };
    this.#unsealedBytes = seal === null ? bytes : 0;
    if (seal !== null) this.#noteSeal(seal);
    return sealed === sequence;
  }

  /** Begins another segment when this one is full. Only at a seal: it stands behind its record, in the same file. */
  async rotate(): Promise<void> {
    const isFull =
      this.#segment!.bytes >= this.#options.segmentBytes ||
      performance.now() - this.#segmentSinceMs >= SEGMENT_MS;
    if (isFull && this.#end.sealed === this.#end.sequence) await this.#beginSegment();
  }

  async sealedSegments(): Promise<(Segment & { bytes: number })[]> {
    const open = this.#segment;
    const bytes = this.#sealedBytes;
    if (!open) return [];
    const listed = await listSegments(this.#options.folder);
    return listed
      .filter(({ first }) => first <= open.first)
      .map((listed) => ({ ...listed, bytes: listed.first === open.first ? bytes : Infinity }));
  }

  async forgetBefore(timeMs: number): Promise<void> {
    const open = this.#segment;
    for (const { path, first } of await listSegments(this.#options.folder)) {
      if (!open || first >= open.first || (await stat(path)).mtimeMs >= timeMs) return;
      await rm(path, { force: true });
    }
  }

  async close(): Promise<void> {
    await this.#segment?.close();
    this.#segment = null;
    this.#lock?.[Symbol.dispose]();
  }

  async #goOn(found: Recovered): Promise<void> {
    const { files, onFault } = this.#options;
    const file = await files.open(found.segment.path, 'r+');
    const opened = openSegment({ ...found.segment, bytes: found.bytes }, file, onFault);
    await opened.probe().catch(async (error: unknown) => {
      await opened.close();
      throw error;
    });
    this.#segment = opened;
    this.#segmentSinceMs = performance.now();
    this.#end = found.end;
    this.#lastSeal = found.lastSeal;
    this.#unsealedBytes = found.unsealedBytes;
    this.#sealedBytes = found.bytes - found.unsealedBytes;
  }

  async #beginSegment(): Promise<void> {
    const { folder, files, onFault } = this.#options;
    const written = await writeSegment(folder, files, this.#end);
    const before = this.#segment;
    this.#segment = openSegment(written, written.file, onFault);
    this.#segmentSinceMs = performance.now();
    this.#sealedBytes = written.bytes;
    this.#unsealedBytes = 0;
    await before?.close();
  }

  #isSealDue(records: number, bytes: number): boolean {
    return (
      records >= SEAL_RECORDS ||
      bytes >= SEAL_BYTES ||
      this.#segment!.bytes + bytes >= this.#options.segmentBytes ||
      performance.now() - this.#lastSealMs >= SEAL_MS
    );
  }

  #noteSeal(seal: string): void {
    this.#lastSeal = seal;
    this.#lastSealMs = performance.now();
    this.#sealedBytes = this.#segment!.bytes;
  }
}

/** Makes a folder that was there before readable to its owner alone, where it is ours. */
async function keepPrivate(folder: string): Promise<void> {
  const { mode, uid } = await stat(folder);
  if ((mode & 0o077) !== 0 && uid === process.getuid?.()) await chmod(folder, 0o700);
}
