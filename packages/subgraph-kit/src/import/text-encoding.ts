import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';

/** How the text of a register file is encoded. Windows programs in China save GB18030 (or its subset GBK). */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface FileEncoding {
  encoding: TextEncoding;
  /** Bytes of the byte order mark, which is no part of the text. */
  start: number;
}

const BYTE_ORDER_MARKS: readonly { encoding: TextEncoding; mark: Buffer }[] = [
  { encoding: 'utf-8', mark: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: 'gb18030', mark: Buffer.from([0x84, 0x31, 0x95, 0x33]) },
  { encoding: 'utf-16le', mark: Buffer.from([0xff, 0xfe]) },
  { encoding: 'utf-16be', mark: Buffer.from([0xfe, 0xff]) },
];

/** Enough lines to detect the encoding, so that a large file is not read twice. */
const SAMPLE_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * Detects the encoding by the byte order mark, or else by the lines that are not ASCII: Chinese text in GB18030 is
 * hardly ever valid UTF-8. The majority decides, so that one broken line does not change how a file is read.
 *
 * @throws Error naming the file when it cannot be read
 */
export async function detectEncoding(file: string): Promise<FileEncoding> {
  const sample = await readSample(file);
  for (const { encoding, mark } of BYTE_ORDER_MARKS) {
    if (sample.subarray(0, mark.length).equals(mark)) return { encoding, start: mark.length };
  }
  let utf8 = 0;
  let gb18030 = 0;
  for (const line of linesOf(sample)) {
    if (line.every((byte) => byte < 0x80)) continue;
    if (isUtf8(line)) utf8 += 1;
    else if (isGb18030(line)) gb18030 += 1;
  }
  return { encoding: gb18030 > utf8 ? 'gb18030' : 'utf-8', start: 0 };
}

async function readSample(file: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(Math.min(size, SAMPLE_BYTES)) });
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw new Error(`Cannot read ${file}: ${(cause as Error).message}`, { cause });
  } finally {
    await handle?.close();
  }
}

/** The last line of a full sample may be cut within a character: it does not count, unless it is the only one. */
function* linesOf(sample: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = sample.indexOf(LINE_FEED); end !== -1; end = sample.indexOf(LINE_FEED, start)) {
    yield sample.subarray(start, end);
    start = end + 1;
  }
  if (start === 0 || sample.length < SAMPLE_BYTES) yield sample.subarray(start);
}

function isGb18030(bytes: Buffer): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
