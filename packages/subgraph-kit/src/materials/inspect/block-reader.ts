import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import type { StoredUpload } from '../store/material-store.ts';

const BLOCK_BYTES = 64 * 1024;
const MAX_BLOCKS = 32;

/** Reads an archive in blocks: its directory is read in pieces of some bytes, each of which would be a request to the storage. */
export class BlockReader extends RandomAccessReader {
  readonly #upload: Pick<StoredUpload, 'read'>;
  readonly #blocks = new Map<number, Promise<Buffer>>();

  constructor(upload: Pick<StoredUpload, 'read'>) {
    super();
    this.#upload = upload;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#chunks(start, end), { objectMode: false });
  }

  async *#chunks(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      const number = Math.floor(at / BLOCK_BYTES);
      const from = number * BLOCK_BYTES;
      const block = await this.#block(number);
      const piece = block.subarray(at - from, Math.min(block.length, end - from));
      if (piece.length === 0) throw new Error('The archive ends before what its directory names.');
      yield piece;
      at += piece.length;
    }
  }

  #block(number: number): Promise<Buffer> {
    let block = this.#blocks.get(number);
    if (!block) {
      if (this.#blocks.size >= MAX_BLOCKS) this.#blocks.delete(this.#blocks.keys().next().value!);
      block = this.#upload.read(number * BLOCK_BYTES, (number + 1) * BLOCK_BYTES);
      this.#blocks.set(number, block);
    }
    return block;
  }
}
