import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

/** Collects refused rows as CSV: line, reason, original text. Nothing is left on disk when none was refused. */
export class RefusedFile {
  readonly path: string;
  count = 0;
  #stream: WriteStream | undefined;

  constructor(path: string) {
    this.path = path;
  }

  async add(line: number, reason: string, text: string): Promise<void> {
    if (!this.#stream) {
      await mkdir(dirname(this.path), { recursive: true });
      this.#stream = createWriteStream(this.#partial);
      this.#stream.write('line,reason,text\n');
    }
    this.count += 1;
    this.#stream.write(`${line},${quote(reason)},${quote(text)}\n`);
  }

  /** @returns the finished file, or null when no row was refused */
  async close(): Promise<string | null> {
    if (!this.#stream) {
      // An earlier import's refusals were mended; its file would mislead.
      await rm(this.path, { force: true });
      return null;
    }
    this.#stream.end();
    await finished(this.#stream);
    await rename(this.#partial, this.path);
    return this.path;
  }

  get #partial(): string {
    return `${this.path}.partial`;
  }
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
