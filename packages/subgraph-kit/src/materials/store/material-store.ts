import type { Readable } from 'node:stream';

/** What has been stored of an upload. */
export interface StoredUpload extends AsyncDisposable {
  /** @param end the byte after the last one */
  read(start: number, end: number): Promise<Buffer>;
  /** Each chunk is good until the next one is asked for. */
  stream(): AsyncIterable<Buffer>;
}

/** Where materials are. Everything may be done again after a process was killed in the middle of it. */
export interface MaterialStore {
  /** How many bytes are written at once. */
  readonly chunkBytes: number;
  /** Resolves when the bytes are safe; the buffer may then be used for others. What was stored from the offset on is replaced. */
  write(upload: string, offset: number, bytes: Buffer): Promise<void>;
  /** @param bytes how many of it are good */
  openUpload(upload: string, bytes: number): Promise<StoredUpload>;
  /** Makes an upload a content, unless there is one of that name. Resolves when it is safe. */
  keep(upload: string, sha256: string, bytes: number): Promise<void>;
  /** Removes an upload, if it is there. */
  discard(upload: string): Promise<void>;
  /** Opens a content. @param end the byte after the last one */
  open(sha256: string, start: number, end: number): Promise<Readable>;
  /** Removes a content, if it is there. */
  remove(sha256: string): Promise<void>;
  contents(): AsyncIterable<{ sha256: string; bytes: number }>;
  uploads(): AsyncIterable<string>;
}

const SHA256 = /^[0-9a-f]{64}$/;

export function isSha256(text: string): boolean {
  return SHA256.test(text);
}

/** Returns the path of a content, in two levels of folders so that none holds too many. */
export function pathOfContent(sha256: string): string {
  return `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}
