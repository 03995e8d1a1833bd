import type { JournalFile } from './journal-file.ts';
import { type Segment, writeAll } from './segments.ts';

/** How long a record may be in the memory of the operating system only. */
const SYNC_MS = 200;
/** Written and taken back, to see whether a disk that was full has room again. Holds no line break: it is no record. */
const PROBE = Buffer.alloc(64 * 1024);

/** The segment that is written to. Only one call of `append` or `probe` at a time. */
export interface OpenSegment extends Segment {
  /** All that was appended. */
  readonly bytes: number;
  /** Resolves when the bytes are with the operating system: a crash of this process does not lose them. */
  append(bytes: Buffer): Promise<void>;
  /** Removes what a write that failed has left. @throws as long as nothing can be written */
  probe(): Promise<void>;
  /** Resolves when all is on the disk. */
  close(): Promise<void>;
}

/** @param onFault told when the disk did not take what had been appended */
export function openSegment(
  segment: Segment & { bytes: number },
  file: JournalFile,
  onFault: (error: unknown) => void,
): OpenSegment {
  let { bytes: end } = segment;
  let timer: NodeJS.Timeout | null = null;
  let syncing: Promise<void> = Promise.resolve();

  function sync(): void {
    timer = null;
    syncing = file.datasync().catch(onFault);
  }

  return {
    path: segment.path,
    first: segment.first,
    get bytes() {
      return end;
    },
    async append(bytes) {
      await writeAll(file, bytes, end);
      end += bytes.length;
      timer ??= setTimeout(sync, SYNC_MS);
    },
    async probe() {
      await file.truncate(end);
      await writeAll(file, PROBE, end);
      await file.datasync();
      await file.truncate(end);
    },
    async close() {
      if (timer) clearTimeout(timer);
      await syncing;
      await file.datasync().catch(onFault);
      await file.close();
    },
  };
}
