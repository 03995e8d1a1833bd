import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrivateKey } from '@yiwang/identity';
import { beginningOf, chain, type Entry, type Position } from '../chain.ts';
import type { JournalHead } from '../journal-lines.ts';
import { createSealer } from '../seal.ts';
import { JournalError } from './journal-error.ts';
import { lockFolder } from './lock-folder.ts';
import { type OpenSegment, openSegment } from './open-segment.ts';
import { recover } from './recover.ts';
import {
  FILES,
  type JournalFiles,
  listSegments,
  removeSegments,
  type Segment,
  writeSegment,
} from './segments.ts';

const SEGMENT_BYTES = 8 * 1024 * 1024;
/** A seal at least so often: only what is sealed is sent on. */
const SEAL_RECORDS = 256;
const SEAL_BYTES = 1024 * 1024;
const SEAL_MS = 1000;
const RETRY_MS = 1000;
/** What is kept for some days goes file by file. */
const SEGMENT_MS = 86_400_000;

/** As pino has them. */
export interface JournalLogger {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface JournalOptions {
  /** Made when it is not there; readable to this user only. */
  folder: string;
  /** The name of the log: that of the gateway, or logOfSubgraph. */
  gateway: string;
  /** May be another one as time goes by. */
  key: { readonly current: PrivateKey };
  logger: JournalLogger;
  /** Where a journal begins that is not there yet: what is known of it elsewhere. The beginning when left out. */
  findEnd?: () => Promise<Position>;
  files?: JournalFiles;
  segmentBytes?: number;
}

/**
 * What this gateway has given out, written down before it was given out. While nothing can be written it tries again once
 * a second.
 */
export interface Journal extends AsyncDisposable {
  /** Why nothing can be written down now; null when it can. */
  readonly fault: unknown;
  readonly end: Position;
  /** The last one that was made or found; null while there is none. */
  readonly lastSeal: string | null;
  /** Resolves when the access is with the operating system; several at once are written together. */
  append(access: Omit<Entry, 'at'>): Promise<void>;
  /** What can be sent on: whole segments, and the last as far as it is sealed. */
  sealedSegments(): Promise<(Segment & { bytes: number })[]>;
  /** Resolves when there is a seal behind this record; also when the signal aborts. */
  whenSealed(behind: number, signal: AbortSignal): Promise<void>;
  /** These records are kept elsewhere. */
  forget(upTo: number): Promise<void>;
  /** Removes files that were written to last before this time (milliseconds since 1970); the open one stays. */
  forgetBefore(timeMs: number): Promise<void>;
  /** For ever: the log must not go on here. */
  markCorrupt(fault: Error): void;
  /** Seals the end of the log. */
  seal(): Promise<void>;
}

interface Waiting {
  access: Entry;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Resolves when the journal could be opened, or could not be for the first time. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, gateway, key, logger, findEnd, files = FILES, segmentBytes = SEGMENT_BYTES } = options;
  const sign = createCurrentSealer(key);
  let lock: Disposable | null = null;
  let segment: OpenSegment | null = null;
  let end: JournalHead = { gateway, ...beginningOf(gateway), sealed: 0 };
  let unsealedBytes = 0;
  /** Of the open segment, up to its last seal. */
  let sealedBytes = 0;
  let lastSealMs = 0;
  let lastSeal: string | null = null;
  let segmentSinceMs = performance.now();

  let fault: unknown = new JournalError('It is not open yet.');
  let isCondemned = false;
  let isClosed = false;
  let waiting: Waiting[] = [];
  let underWay: Promise<void> | null = null;
  let sealTimer: NodeJS.Timeout | null = null;
  let retryTimer: NodeJS.Timeout | null = null;
  const sealWaiters = new Set<() => void>();

  function fail(error: unknown): void {
    const isNews = !isClosed && String(error) !== String(fault);
    if (isNews)
      logger.error({ err: error, folder }, 'access log unavailable: nothing conditional is given out');
    fault = error;
    const refused = waiting;
    waiting = [];
    for (const { reject } of refused) reject(error);
    if (!isClosed && !isCondemned) retryTimer ??= setTimeout(() => void retry(), RETRY_MS).unref();
  }

  async function retry(): Promise<void> {
    retryTimer = null;
    if (isClosed || isCondemned) return;
    try {
      await (segment ? segment.probe() : open());
      if (isClosed || isCondemned) return;
      fault = null;
      logger.info({ folder, sequence: end.sequence }, 'access log open');
      run();
    } catch (error) {
      fail(error);
    }
  }

  /** @throws whatever keeps it from being opened */
  async function open(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await keepPrivate(folder);
    lock ??= await lockFolder(folder);
    const drafts = (await readdir(folder)).filter((name) => name.endsWith('.draft'));
    await Promise.all(drafts.map((name) => rm(join(folder, name))));
    const found = await recover(folder, gateway);
    if (!found) {
      const known = (await findEnd?.()) ?? beginningOf(gateway);
      // What is kept elsewhere ends with a seal.
      end = { gateway, ...known, sealed: known.sequence };
      await begin();
      return;
    }
    const file = await files.open(found.segment.path, 'r+');
    const opened = openSegment({ ...found.segment, bytes: found.bytes }, file, fail);
    await opened.probe().catch(async (error: unknown) => {
      await opened.close();
      throw error;
    });
    segment = opened;
    segmentSinceMs = performance.now();
    end = found.end;
    lastSeal = found.lastSeal;
    unsealedBytes = found.unsealedBytes;
    sealedBytes = found.bytes - found.unsealedBytes;
    if (end.sealed < end.sequence) sealSoon();
  }

  /** A new segment. */
  async function begin(): Promise<void> {
    const written = await writeSegment(folder, files, end);
    const before = segment;
    segment = openSegment(written, written.file, fail);
    segmentSinceMs = performance.now();
    sealedBytes = written.bytes;
    unsealedBytes = 0;
    await before?.close();
  }

  function run(): void {
    underWay ??= write().finally(goOn);
  }

  function goOn(): void {
    underWay = null;
    if (waiting.length > 0 && fault === null) run();
  }

  /** One write for all that waits, again and again until nothing does. */
  async function write(): Promise<void> {
    // What else this turn of the event loop brings goes along.
    await new Promise(setImmediate);
    while (waiting.length > 0 && fault === null) {
      const batch = waiting.splice(0, SEAL_RECORDS);
      try {
        await writeBatch(batch.map(({ access }) => access));
      } catch (error) {
        for (const { reject } of batch) reject(error);
        return fail(error);
      }
      for (const { resolve } of batch) resolve();
      await rotate();
    }
  }

  async function writeBatch(batch: readonly Entry[], isLast = false): Promise<void> {
    let { sequence, hash, sealed } = end;
    const lines: string[] = [];
    let seal: string | null = null;
    let bytes = unsealedBytes;
    for (const access of batch) {
      const record = chain(access, gateway, { sequence, hash });
      ({ sequence, hash } = record);
      lines.push(record.text);
      bytes += Buffer.byteLength(record.text) + 1;
    }
    const isSealed = sequence > sealed && (isLast || isSealDue(sequence - sealed, bytes));
    if (isSealed) {
      const at = batch.at(-1)?.at ?? new Date().toISOString();
      seal = sign({ gateway, sequence, hash, at, after: sealed });
      lines.push(seal);
      sealed = sequence;
    }
    if (lines.length === 0) return;
    await segment!.append(Buffer.from(`${lines.join('\n')}\n`));
    end = { gateway, sequence, hash, sealed };
    unsealedBytes = isSealed ? 0 : bytes;
    if (seal !== null) lastSeal = seal;
    if (isSealed) tellSealed();
    else sealSoon();
  }

  function isSealDue(records: number, bytes: number): boolean {
    return (
      records >= SEAL_RECORDS ||
      bytes >= SEAL_BYTES ||
      segment!.bytes + bytes >= segmentBytes ||
      performance.now() - lastSealMs >= SEAL_MS
    );
  }

  function tellSealed(): void {
    lastSealMs = performance.now();
    sealedBytes = segment!.bytes;
    if (sealTimer) clearTimeout(sealTimer);
    sealTimer = null;
    for (const tell of sealWaiters) tell();
  }

  /** Only at a seal: it stands behind its record, in the same file. */
  async function rotate(): Promise<void> {
    const isFull = segment!.bytes >= segmentBytes || performance.now() - segmentSinceMs >= SEGMENT_MS;
    if (!isFull || end.sealed < end.sequence) return;
    await begin().catch(fail);
  }

  function sealSoon(): void {
    sealTimer ??= setTimeout(() => {
      sealTimer = null;
      void journal.seal();
    }, SEAL_MS).unref();
  }

  const journal: Journal = {
    get fault() {
      return fault;
    },
    get end() {
      return end;
    },
    get lastSeal() {
      return lastSeal;
    },

    append(access) {
      if (fault !== null) return Promise.reject(fault);
      return new Promise((resolve, reject) => {
        waiting.push({ access: { ...access, at: new Date().toISOString() }, resolve, reject });
        run();
      });
    },

    async sealedSegments() {
      const open = segment;
      const bytes = sealedBytes;
      if (!open) return [];
      const listed = await listSegments(folder);
      return listed
        .filter(({ first }) => first <= open.first)
        .map((listed) => ({ ...listed, bytes: listed.first === open.first ? bytes : Infinity }));
    },

    async whenSealed(behind, signal) {
      while (end.sealed <= behind && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const tell = () => {
            sealWaiters.delete(tell);
            signal.removeEventListener('abort', tell);
            resolve();
          };
          sealWaiters.add(tell);
          signal.addEventListener('abort', tell);
        });
      }
    },

    forget: (upTo) => removeSegments(folder, upTo),

    async forgetBefore(timeMs) {
      const open = segment;
      for (const { path, first } of await listSegments(folder)) {
        if (!open || first >= open.first || (await stat(path)).mtimeMs >= timeMs) return;
        await rm(path, { force: true });
      }
    },

    markCorrupt(error) {
      isCondemned = true;
      fail(error);
    },

    async seal() {
      while (underWay) await underWay;
      if (fault !== null || end.sealed === end.sequence) return;
      underWay = writeBatch([], true).then(rotate).catch(fail).finally(goOn);
      await underWay;
    },

    async [Symbol.asyncDispose]() {
      if (isClosed) return;
      await journal.seal();
      isClosed = true;
      fail(new JournalError('It is closed.'));
      if (sealTimer) clearTimeout(sealTimer);
      if (retryTimer) clearTimeout(retryTimer);
      while (underWay) await underWay;
      await segment?.close();
      segment = null;
      lock?.[Symbol.dispose]();
    },
  };

  await retry();
  return journal;
}

function createCurrentSealer(key: JournalOptions['key']): ReturnType<typeof createSealer> {
  let { current } = key;
  let sign = createSealer(current);
  return (seal) => {
    if (current !== key.current) {
      ({ current } = key);
      sign = createSealer(current);
    }
    return sign(seal);
  };
}

/** Makes a folder that was there before readable to its owner alone, where it is ours. */
async function keepPrivate(folder: string): Promise<void> {
  const { mode, uid } = await stat(folder);
  if ((mode & 0o077) !== 0 && uid === process.getuid?.()) await chmod(folder, 0o700);
}
