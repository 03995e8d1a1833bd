import { END_OF_HEAD, lengthIn } from './http-head.ts';

/** An answer that has arrived whole. */
export interface ReadAnswer {
  status: number;
  /** Of the body, as it was sent. */
  bytes: number;
  /** The server closes the connection behind it. */
  closes: boolean;
}

/** JSON has no line ends that stand so in it: it is the last chunk. */
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/**
 * Finds out where answers end, of a connection over which one request is sent after the other. It looks at the head and
 * counts, so that the load costs less than what is measured.
 */
export class AnswerReader {
  #head: { status: number; closes: boolean; length: number | null } | null = null;
  #bytes = 0;
  #last: Buffer = Buffer.alloc(0);

  /** Null while there is more to come. */
  read(data: Buffer): ReadAnswer | null {
    let body = data;
    if (!this.#head) {
      const head = this.#last.length === 0 ? data : Buffer.concat([this.#last, data]);
      const end = head.indexOf(END_OF_HEAD);
      if (end < 0) {
        // A copy: what is read next takes the place of the data.
        this.#last = Buffer.from(head);
        return null;
      }
      this.#head = readHead(head.toString('latin1', 0, end));
      body = head.subarray(end + END_OF_HEAD.length);
      this.#last = Buffer.alloc(0);
    }
    this.#bytes += body.length;
    const { status, closes, length } = this.#head;
    if (!(length === null ? this.#isLastChunk(body) : this.#bytes >= length)) return null;
    const answer = { status, closes, bytes: this.#bytes };
    this.#head = null;
    this.#bytes = 0;
    this.#last = Buffer.alloc(0);
    return answer;
  }

  #isLastChunk(body: Buffer): boolean {
    const tail = Buffer.concat([this.#last, body.subarray(-LAST_CHUNK.length)]);
    this.#last = tail.subarray(-LAST_CHUNK.length);
    return this.#last.equals(LAST_CHUNK);
  }
}

function readHead(head: string): { status: number; closes: boolean; length: number | null } {
  return {
    status: Number(head.slice(9, 12)),
    closes: /\r\nconnection: *close/i.test(head),
    length: lengthIn(head),
  };
}
