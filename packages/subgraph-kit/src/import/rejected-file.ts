import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { OriginalLine } from './read-records.ts';

/** Spreadsheet programs need it to read Chinese text. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Text that a spreadsheet program would compute instead of showing it. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** The paths of the files with the rejected rows of a file. */
export interface RejectedPaths {
  /** CSV for people: line, reason, text. */
  report: string;
  /** The header and the rejected lines, byte for byte, to be corrected and imported again. */
  originals: string;
}

/**
 * Collects rejected rows in two files: a report that is safe to open in a spreadsheet program, and the lines as they were
 * read. Both appear under their names only when they are complete, and not at all when no row was rejected.
 *
 * Dispose of it at the end, so that an import that fails leaves no partial file.
 */
export class RejectedFile implements AsyncDisposable {
  readonly paths: RejectedPaths;
  count = 0;
  readonly #header: () => Promise<Buffer>;
  #report: PartialFile | undefined;
  #originals: PartialFile | undefined;

  /** @param header reads the header line */
  constructor(paths: RejectedPaths, header: () => Promise<Buffer>) {
    this.paths = paths;
    this.#header = header;
  }

  /** @throws Error naming the file when it cannot be written */
  async add({ line, text, bytes }: OriginalLine, reason: string): Promise<void> {
    if (!this.#report || !this.#originals) await this.#open();
    this.count += 1;
    await this.#report!.write(`${line},${quote(reason)},${quote(text)}\n`);
    await this.#originals!.writeLine(bytes);
  }

  /** @returns the finished files, or null when no row was rejected */
  async close(): Promise<RejectedPaths | null> {
    if (!this.#report || !this.#originals) {
      // The rows that an earlier import rejected are correct now, so its files are removed.
      for (const path of Object.values(this.paths)) await rm(path, { force: true });
      return null;
    }
    await this.#report.close();
    await this.#originals.close();
    return this.paths;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#report?.[Symbol.asyncDispose]();
    await this.#originals?.[Symbol.asyncDispose]();
  }

  async #open(): Promise<void> {
    this.#report = await PartialFile.create(this.paths.report);
    await this.#report.write(`${BYTE_ORDER_MARK}line,reason,text\n`);
    this.#originals = await PartialFile.create(this.paths.originals);
    await this.#originals.writeLine(await this.#header());
  }
}

/** A file that appears under its name when it is closed. */
class PartialFile implements AsyncDisposable {
  readonly #path: string;
  readonly #stream: WriteStream;
  readonly #closed: Promise<void>;

  private constructor(path: string) {
    this.#path = path;
    this.#stream = createWriteStream(this.#partial, { mode: 0o600 });
    this.#closed = finished(this.#stream).catch((cause) => {
      throw new Error(`Cannot write the rejected rows to ${this.#partial}: ${cause.message}`, { cause });
    });
    // The next call to write or close sees it.
    this.#closed.catch(() => {});
  }

  static async create(path: string): Promise<PartialFile> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return new PartialFile(path);
  }

  /** Waits until the stream accepts more, so that a million rejected rows do not collect in memory. */
  async write(data: string | Buffer): Promise<void> {
    if (this.#stream.destroyed) await this.#closed;
    if (!this.#stream.write(data)) await Promise.race([once(this.#stream, 'drain'), this.#closed]);
  }

  writeLine(line: Buffer): Promise<void> {
    return this.write(Buffer.concat([line, Buffer.from('\n')]));
  }

  async close(): Promise<void> {
    this.#stream.end();
    await this.#closed;
    await rename(this.#partial, this.#path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stream.destroy();
    await this.#closed.catch(() => {});
    // A failure here would hide the error that ended the import.
    await rm(this.#partial, { force: true }).catch(() => {});
  }

  get #partial(): string {
    return `${this.#path}.partial`;
  }
}

/** A CSV cell that spreadsheet programs show unchanged. */
function quote(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
