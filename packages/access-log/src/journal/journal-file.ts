import { writeSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** What a journal needs of a file; as Node's FileHandle. */
export interface JournalFile {
  write(bytes: Buffer, offset: number, length: number, position: number): Written | Promise<Written>;
  truncate(length: number): Promise<void>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

interface Written {
  bytesWritten: number;
}

/** Writing to the memory of the operating system takes microseconds; what takes longer waits for the disk. */
const LONG_MS = 2;
const BUSY_MS = 1000;

/**
 * A file that is written at once, which takes a third of the time that handing over to a thread and back takes. While the
 * disk keeps a write waiting, a thread waits for it, so that everything else goes on.
 */
export async function openJournalFile(path: string, flags: string): Promise<JournalFile> {
  const handle = await open(path, flags, 0o600);
  let busyUntil = 0;
  return {
    write(bytes, offset, length, position) {
      const start = performance.now();
      if (start < busyUntil) return handle.write(bytes, offset, length, position);
      const bytesWritten = writeSync(handle.fd, bytes, offset, length, position);
      const end = performance.now();
      if (end - start > LONG_MS) busyUntil = end + BUSY_MS;
      return { bytesWritten };
    },
    truncate: (length) => handle.truncate(length),
    datasync: () => handle.datasync(),
    close: () => handle.close(),
  };
}
