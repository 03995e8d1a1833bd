import { readFile, rm } from 'node:fs/promises';
import { subgraphOfLog } from '../access-record.ts';
import { isSealLine, type JournalHead, readHead } from '../journal-lines.ts';
import { hashOf, readRecord } from '../record-text.ts';
import { sealedPosition } from '../seal.ts';
import { JournalError } from './journal-error.ts';
import { listSegments, type Segment } from './segments.ts';

const LINE_BREAK = 0x0a;

/** Where a journal that is there already goes on. */
export interface Recovered {
  segment: Segment;
  /** The end of the last whole line: what stands behind it was cut off while it was written, and never answered. */
  bytes: number;
  /** Of that, behind the last seal. */
  unsealedBytes: number;
  end: JournalHead;
  /** In this segment; null where it has none. */
  lastSeal: string | null;
}

/**
 * Reads the last segment of a journal.
 *
 * @returns null when there is no journal yet
 * @throws JournalError when it is damaged, or of another gateway
 */
export async function recover(folder: string, gateway: string): Promise<Recovered | null> {
  const segments = await listSegments(folder);
  for (const [index, segment] of [...segments.entries()].toReversed()) {
    const content = await readFile(segment.path);
    const bytes = content.lastIndexOf(LINE_BREAK) + 1;
    const found = bytes === 0 ? null : read(segment, content.subarray(0, bytes), gateway);
    if (found && found.end.sequence >= segment.first) return found;
    // Begun and not written to: the one before may have gone on, when the disk was full.
    const before = segments[index - 1];
    if (found && !before) return found;
    const isLeft = found && (await endOf(before!, gateway)) <= found.end.sequence;
    if (isLeft) return found;
    await rm(segment.path);
  }
  return null;
}

async function endOf(segment: Segment, gateway: string): Promise<number> {
  const content = await readFile(segment.path);
  return read(segment, content.subarray(0, content.lastIndexOf(LINE_BREAK) + 1), gateway).end.sequence;
}

function read(segment: Segment, content: Buffer, gateway: string): Recovered {
  const [first = '', ...lines] = content.toString().slice(0, -1).split('\n');
  const head = readHead(first);
  if (!head) throw damaged(segment, 'it has no head');
  if (head.gateway !== gateway) {
    const subgraph = subgraphOfLog(head.gateway);
    const owner = subgraph === null ? `gateway ${head.gateway}` : `department ${subgraph}`;
    throw new JournalError(`${segment.path} is of the ${owner}; each has a folder of its own.`);
  }
  let { sequence, hash, sealed } = head;
  let unsealedBytes = 0;
  let lastSeal: string | null = null;
  for (const line of lines) {
    if (isSealLine(line)) {
      if (sealedPosition(line)?.hash !== hash)
        throw damaged(segment, `record ${sequence} is not what was sealed`);
      sealed = sequence;
      lastSeal = line;
      unsealedBytes = 0;
      continue;
    }
    const record = readRecord(line);
    if (record?.sequence !== sequence + 1 || record.previous !== hash) {
      throw damaged(segment, `record ${sequence + 1} is not what was written`);
    }
    sequence++;
    hash = hashOf(line);
    unsealedBytes += Buffer.byteLength(line) + 1;
  }
  return {
    segment,
    bytes: content.length,
    unsealedBytes,
    end: { gateway, sequence, hash, sealed },
    lastSeal,
  };
}

function damaged({ path }: Segment, why: string): JournalError {
  return new JournalError(
    `${path} is damaged: ${why}. Keep the folder for those who look into it, and name another one.`,
  );
}
