import type { PrivateKey } from '@yiwang/identity';
import { beginningOf, type Entry, type Position } from '../chain.ts';
import { createSealer } from '../seal.ts';
import { JournalError } from './journal-error.ts';
import { SEAL_MS, SEAL_RECORDS, SealedLog } from './sealed-log.ts';
import { FILES, type JournalFiles, removeSegments, type Segment } from './segments.ts';

const SEGMENT_BYTES = 8 * 1024 * 1024;
const RETRY_MS = 1000;

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

/** Resolves when the journal could be opened, or could not be for the first time. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const journal = new QueuedJournal(options);
  await journal.retry();
  return journal;
}

interface Waiting {
  access: Entry;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Writes what waits together, tells who waits for seals, and tries again after faults. */
class QueuedJournal implements Journal {
  readonly #folder: string;
  readonly #logger: JournalLogger;
  readonly #log: SealedLog;
  #fault: unknown = new JournalError('It is not open yet.');
  #isCorrupt = false;
  #isClosed = false;
  #waiting: Waiting[] = [];
  #underWay: Promise<void> | null = null;
  #sealTimer: NodeJS.Timeout | null = null;
  #retryTimer: NodeJS.Timeout | null = null;
  readonly #sealWaiters = new Set<() => void>();

  constructor({
    folder,
    gateway,
    key,
    logger,
    findEnd = () => Promise.resolve(beginningOf(gateway)),
    files = FILES,
    segmentBytes = SEGMENT_BYTES,
  }: JournalOptions) {
    this.#folder = folder;
    this.#logger = logger;
    const onFault = (error: unknown) => this.#fail(error);
    const sign = createCurrentSealer(key);
    this.#log = new SealedLog({ folder, gateway, sign, findEnd, files, segmentBytes, onFault });
  }

  get fault() {
    return this.#fault;
  }

  get end() {
    return this.#log.end;
  }

  get lastSeal() {
    return this.#log.lastSeal;
  }

  append(access: Omit<Entry, 'at'>): Promise<void> {
    if (this.#fault !== null) return Promise.reject(this.#fault);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ access: { ...access, at: new Date().toISOString() }, resolve, reject });
      this.#run();
    });
  }

  sealedSegments() {
    return this.#log.sealedSegments();
  }

  async whenSealed(behind: number, signal: AbortSignal): Promise<void> {
    while (this.end.sealed <= behind && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const tell = () => {
          this.#sealWaiters.delete(tell);
          signal.removeEventListener('abort', tell);
          resolve();
        };
        this.#sealWaiters.add(tell);
        signal.addEventListener('abort', tell);
      });
    }
  }

  forget(upTo: number): Promise<void> {
    return removeSegments(this.#folder, upTo);
  }

  forgetBefore(timeMs: number): Promise<void> {
    return this.#log.forgetBefore(timeMs);
  }

  markCorrupt(fault: Error): void {
    this.#isCorrupt = true;
    this.#fail(fault);
  }

  async seal(): Promise<void> {
    while (this.#underWay) await this.#underWay;
    if (this.#fault !== null || this.end.sealed === this.end.sequence) return;
    const writing = this.#append([], true).then(() => this.#log.rotate());
    this.#underWay = writing.catch((error: unknown) => this.#fail(error)).finally(() => this.#goOn());
    await this.#underWay;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isClosed) return;
    await this.seal();
    this.#isClosed = true;
    this.#fail(new JournalError('It is closed.'));
    if (this.#sealTimer) clearTimeout(this.#sealTimer);
    if (this.#retryTimer) clearTimeout(this.#retryTimer);
    while (this.#underWay) await this.#underWay;
    await this.#log.close();
  }

  /** Opens the log, or writes to it again; tries again later when it cannot. */
  async retry(): Promise<void> {
    this.#retryTimer = null;
    if (this.#isClosed || this.#isCorrupt) return;
    try {
      await (this.#log.isOpen ? this.#log.probe() : this.#log.open());
      if (this.#isClosed || this.#isCorrupt) return;
      this.#fault = null;
      this.#logger.info({ folder: this.#folder, sequence: this.end.sequence }, 'access log open');
      if (this.end.sealed < this.end.sequence) this.#sealSoon();
      this.#run();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const isNews = !this.#isClosed && String(error) !== String(this.#fault);
    if (isNews) {
      this.#logger.error(
        { err: error, folder: this.#folder },
        'access log unavailable: nothing conditional is given out',
      );
    }
    this.#fault = error;
    const refused = this.#waiting;
    this.#waiting = [];
    for (const { reject } of refused) reject(error);
    if (!this.#isClosed && !this.#isCorrupt)
      this.#retryTimer ??= setTimeout(() => void this.retry(), RETRY_MS).unref();
  }

  #run(): void {
    this.#underWay ??= this.#write().finally(() => this.#goOn());
  }

  #goOn(): void {
    this.#underWay = null;
    if (this.#waiting.length > 0 && this.#fault === null) this.#run();
  }

  /** One write for all that waits, again and again until nothing does. */
  async #write(): Promise<void> {
    // What else this turn of the event loop brings goes along.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0 && this.#fault === null) {
      const batch = this.#waiting.splice(0, SEAL_RECORDS);
      try {
        await this.#append(batch.map(({ access }) => access));
      } catch (error) {
        for (const { reject } of batch) reject(error);
        return this.#fail(error);
      }
      for (const { resolve } of batch) resolve();
      await this.#log.rotate().catch((error: unknown) => this.#fail(error));
    }
  }

  async #append(batch: readonly Entry[], isLast = false): Promise<void> {
    if (!(await this.#log.append(batch, isLast))) return this.#sealSoon();
    if (this.#sealTimer) clearTimeout(this.#sealTimer);
    this.#sealTimer = null;
    for (const tell of this.#sealWaiters) tell();
  }

  #sealSoon(): void {
    this.#sealTimer ??= setTimeout(() => {
      this.#sealTimer = null;
      void this.seal();
    }, SEAL_MS).unref();
  }
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
