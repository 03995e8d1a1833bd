import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

/**
 * Collects refused rows as CSV: line, reason, original text. The file appears under its name only when
 * it is complete, and not at all when no row was refused.
 *
 * Dispose of it when done: an import that failed leaves no half a file.
 */
export class RefusedFile implements AsyncDisposable {
  readonly path: string;
  count = 0;
  #stream: WriteStream | undefined;
  #closed: Promise<void> | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** @throws Error naming the file when it cannot be written */
  async add(line: number, reason: string, text: string): Promise<void> {
    this.#stream ??= await this.#open();
    this.count += 1;
    await this.#write(this.#stream, `${line},${quote(reason)},${quote(text)}\n`);
  }

  /** @returns the finished file, or null when no row was refused */
  async close(): Promise<string | null> {
    if (!this.#stream) {
      // An earlier import's refusals were mended; its file would mislead.
      await rm(this.path, { force: true });
      return null;
    }
    this.#stream.end();
    await this.#closed;
    await rename(this.#partial, this.path);
    return this.path;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#stream) return;
    this.#stream.destroy();
    await this.#closed?.catch(() => {});
    // A failure here would hide the one for which the import ended.
    await rm(this.#partial, { force: true }).catch(() => {});
  }

  async #open(): Promise<WriteStream> {
    await mkdir(dirname(this.path), { recursive: true });
    const stream = createWriteStream(this.#partial);
    this.#closed = finished(stream).catch((cause) => {
      throw new Error(`Cannot write the refused rows to ${this.#partial}: ${cause.message}`, { cause });
    });
    // Whoever adds or closes next sees it.
    this.#closed.catch(() => {});
    await this.#write(stream, 'line,reason,text\n');
    return stream;
  }

  /** Waits until the stream takes more, so that a file of a million refusals does not gather in memory. */
  async #write(stream: WriteStream, text: string): Promise<void> {
    if (stream.destroyed) await this.#closed;
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), this.#closed]);
  }

  get #partial(): string {
    return `${this.path}.partial`;
  }
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
