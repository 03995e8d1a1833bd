import { END_OF_HEAD, lengthIn } from '../load/http-head.ts';

/** A request that has arrived whole. */
export interface ReadRequest {
  method: string;
  path: string;
  body: Buffer;
}

const LINE_END = Buffer.from('\r\n');

/** Takes the requests of a connection apart, as far as gateways send them: with a length, in chunks, or without a body. */
export class RequestReader {
  #rest: Buffer = Buffer.alloc(0);
  /** So much has to be there before it is worth looking. */
  #needed = 0;

  /** Adds what has arrived; gives the requests that are whole with it. */
  *read(data: Buffer): Generator<ReadRequest> {
    this.#rest = this.#rest.length === 0 ? data : Buffer.concat([this.#rest, data]);
    while (this.#rest.length >= this.#needed && this.#rest.length > 0) {
      const request = this.#next();
      if (!request) return;
      yield request;
    }
  }

  #next(): ReadRequest | null {
    const end = this.#rest.indexOf(END_OF_HEAD);
    if (end < 0) return null;
    const head = this.#rest.toString('latin1', 0, end);
    const start = end + END_OF_HEAD.length;
    const length = lengthIn(head);
    const isChunked = length === null && /\r\ntransfer-encoding: *chunked/i.test(head);
    const found = isChunked ? readChunks(this.#rest, start) : this.#readBytes(start, length ?? 0);
    if (!found) return null;
    this.#rest = this.#rest.subarray(found.end);
    this.#needed = 0;
    const [method, path] = head.split(' ', 2) as [string, string];
    return { method, path, body: found.body };
  }

  #readBytes(start: number, length: number): { body: Buffer; end: number } | null {
    const end = start + length;
    this.#needed = end;
    return this.#rest.length < end ? null : { body: this.#rest.subarray(start, end), end };
  }
}

/** Null while the last chunk is not there. */
function readChunks(bytes: Buffer, start: number): { body: Buffer; end: number } | null {
  const chunks: Buffer[] = [];
  let at = start;
  while (true) {
    const lineEnd = bytes.indexOf(LINE_END, at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const from = lineEnd + LINE_END.length;
    const next = from + size + LINE_END.length;
    if (bytes.length < next) return null;
    if (size === 0) return { body: Buffer.concat(chunks), end: next };
    chunks.push(bytes.subarray(from, from + size));
    at = next;
  }
}
