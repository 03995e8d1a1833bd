import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import pRetry from 'p-retry';
import { type ListObject, S3mini, type UploadPart } from 's3mini';
import { isSha256, type MaterialStore, pathOfContent, type StoredUpload } from './material-store.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
/** All parts of an object but the last must have 5 MiB. */
const PART_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
/** Storages ask to try again when they are busy. All that is sent here may be sent twice. */
const RETRIES = { retries: 4, minTimeout: 100, maxTimeout: 2000, randomize: true };
const LIST_SIZE = 1000;
/** Enough for any offset. */
const OFFSET_DIGITS = 16;

export interface Bucket {
  /** Address of the bucket, in path style: `https://host/bucket`. */
  endpoint: string;
  region: string;
  /** Before all names; empty, or ends with a slash. */
  prefix: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** One object of an upload: what was written at once, at the offset that its name ends with. */
interface Piece {
  key: string;
  offset: number;
  bytes: number;
}

/**
 * Stores materials in S3-compatible storage. An upload is a row of objects until it is complete, since nothing can be appended to an
 * object; so any process of the department can go on with it.
 */
export function openS3Store({ prefix, ...access }: Bucket): MaterialStore {
  const s3 = new S3mini({ ...access, requestAbortTimeout: TIMEOUT_MS, fetch: fetchAgain });
  const uploadPrefix = (upload: string) => `${prefix}uploads/${upload}/`;
  const contentKey = (sha256: string) => prefix + pathOfContent(sha256);

  async function* list(from: string): AsyncGenerator<ListObject> {
    let token: string | undefined;
    do {
      const page = await s3.listObjectsPaged('/', from, LIST_SIZE, token);
      yield* page?.objects ?? [];
      token = page?.nextContinuationToken;
    } while (token);
  }

  async function piecesOf(upload: string): Promise<Piece[]> {
    const pieces: Piece[] = [];
    for await (const { Key, Size } of list(uploadPrefix(upload))) {
      pieces.push({ key: Key, offset: Number(Key.slice(-OFFSET_DIGITS)), bytes: Number(Size) });
    }
    return pieces.sort((left, right) => left.offset - right.offset);
  }

  async function readRange(key: string, start: number, end: number): Promise<Buffer> {
    const response = await s3.getObjectRaw(key, false, start, end);
    return Buffer.from(await response.arrayBuffer());
  }

  function storedUpload(pieces: readonly Piece[]): StoredUpload {
    return {
      async read(start, end) {
        const parts: Buffer[] = [];
        for (const { key, offset, bytes } of pieces) {
          if (offset >= end || offset + bytes <= start) continue;
          parts.push(await readRange(key, Math.max(0, start - offset), Math.min(bytes, end - offset)));
        }
        return Buffer.concat(parts);
      },
      async *stream() {
        for (const { key, bytes } of pieces) yield await readRange(key, 0, bytes);
      },
      [Symbol.asyncDispose]: async () => {},
    };
  }

  /** All pieces up to a length. @throws Error when one is missing */
  async function wholeOf(upload: string, bytes: number): Promise<Piece[]> {
    const pieces = (await piecesOf(upload)).filter(({ offset }) => offset < bytes);
    let at = 0;
    for (const piece of pieces) {
      if (piece.offset !== at) throw new Error(`Upload ${upload} has no object for byte ${at}.`);
      at += piece.bytes;
    }
    if (at !== bytes) throw new Error(`Upload ${upload} has ${at} bytes in its objects, not ${bytes}.`);
    return pieces;
  }

  async function openUpload(upload: string, bytes: number): Promise<StoredUpload> {
    // A list of some storages lacks objects while others beside them are removed.
    return storedUpload(await pRetry(() => wholeOf(upload, bytes), RETRIES));
  }

  /** Copies an upload into one object, in parts, and checks on the way that it is what its name says. */
  async function compose(upload: string, sha256: string, bytes: number): Promise<void> {
    await using stored = await openUpload(upload, bytes);
    const key = contentKey(sha256);
    const hash = createHash('sha256');
    const checkHash = () => {
      if (hash.digest('hex') !== sha256) throw new Error(`Upload ${upload} has changed while it was stored.`);
    };
    if (bytes <= PART_BYTES) {
      const whole = await stored.read(0, bytes);
      hash.update(whole);
      checkHash();
      await s3.putObject(key, whole);
      return;
    }
    const uploadId = await s3.getMultipartUploadId(key);
    try {
      const parts: UploadPart[] = [];
      for await (const part of inParts(stored.stream())) {
        hash.update(part);
        parts.push(await s3.uploadPart(key, uploadId, part, parts.length + 1));
      }
      checkHash();
      await s3.completeMultipartUpload(key, uploadId, parts);
    } catch (error) {
      await s3.abortMultipartUpload(key, uploadId).catch(() => {});
      throw error;
    }
  }

  async function isKept(sha256: string, bytes: number): Promise<boolean> {
    const key = contentKey(sha256);
    return (await s3.objectExists(key)) === true && (await s3.getContentLength(key)) === bytes;
  }

  return {
    chunkBytes: CHUNK_BYTES,

    async write(upload, offset, bytes) {
      await s3.putObject(uploadPrefix(upload) + String(offset).padStart(OFFSET_DIGITS, '0'), bytes);
    },

    openUpload,

    async keep(upload, sha256, bytes) {
      if (!(await isKept(sha256, bytes))) await compose(upload, sha256, bytes);
    },

    async discard(upload) {
      for (const { key } of await piecesOf(upload)) await s3.deleteObject(key);
    },

    async open(sha256, start, end) {
      const response = await s3.getObjectRaw(contentKey(sha256), false, start, end);
      return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    },

    async remove(sha256) {
      await s3.deleteObject(contentKey(sha256));
    },

    async *contents() {
      for await (const { Key, Size } of list(`${prefix}sha256/`)) {
        const sha256 = Key.slice(Key.lastIndexOf('/') + 1);
        if (isSha256(sha256)) yield { sha256, bytes: Number(Size) };
      }
    },

    async *uploads() {
      let last = '';
      for await (const { Key } of list(`${prefix}uploads/`)) {
        const upload = Key.slice(`${prefix}uploads/`.length).split('/')[0]!;
        if (upload !== last) yield upload;
        last = upload;
      }
    },
  };
}

async function fetchAgain(...request: Parameters<typeof fetch>): Promise<Response> {
  return pRetry(async () => {
    const response = await fetch(...request);
    if (response.status < 500 && response.status !== 429) return response;
    await response.body?.cancel();
    throw new Error(`The storage answered with the status ${response.status}.`);
  }, RETRIES);
}

async function* inParts(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
