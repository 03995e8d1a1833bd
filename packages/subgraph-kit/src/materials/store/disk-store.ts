import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSha256, type MaterialStore, pathOfContent, type StoredUpload } from './material-store.ts';

const CHUNK_BYTES = 2 * 1024 * 1024;
const READ_BYTES = 256 * 1024;
/** Only the user of the department reads them. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Stores materials in a folder: uploads in `uploads/`, contents in `sha256/`. */
export async function openDiskStore(folder: string): Promise<MaterialStore> {
  const uploadsFolder = join(folder, 'uploads');
  const contentsFolder = join(folder, 'sha256');
  await mkdir(uploadsFolder, { recursive: true, mode: FOLDER_MODE });
  await mkdir(contentsFolder, { recursive: true, mode: FOLDER_MODE });
  const uploadFile = (upload: string) => join(uploadsFolder, upload);
  const contentFile = (sha256: string) => join(folder, pathOfContent(sha256));

  return {
    chunkBytes: CHUNK_BYTES,

    async write(upload, offset, bytes) {
      await using file = await openToWrite(uploadFile(upload), offset === 0);
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
        done += bytesWritten;
      }
      await file.truncate(offset + bytes.length);
      await file.datasync();
      if (offset === 0) await syncFolder(uploadsFolder);
    },

    async openUpload(upload, bytes) {
      const file = await open(uploadFile(upload), 'r');
      return storedUpload(file, bytes);
    },

    async keep(upload, sha256) {
      const target = contentFile(sha256);
      const inner = dirname(target);
      await mkdir(inner, { recursive: true, mode: FOLDER_MODE });
      if (await exists(target)) await rm(uploadFile(upload), { force: true });
      else {
        await rename(uploadFile(upload), target).catch(async (error: NodeJS.ErrnoException) => {
          // Another upload of the same content, or this one before its process was killed.
          if (error.code !== 'ENOENT' || !(await exists(target))) throw error;
        });
      }
      for (const one of [inner, dirname(inner), contentsFolder]) await syncFolder(one);
    },

    discard: (upload) => rm(uploadFile(upload), { force: true }),

    async open(sha256, start, end) {
      const path = contentFile(sha256);
      // Opened now, so that what is missing is known before anything is sent.
      const file = await open(path, 'r');
      return createReadStream(path, { fd: file, start, end: end - 1, highWaterMark: READ_BYTES });
    },

    remove: (sha256) => rm(contentFile(sha256), { force: true }),

    async *contents() {
      for await (const entry of await opendir(contentsFolder, { recursive: true })) {
        if (!entry.isFile() || !isSha256(entry.name)) continue;
        const found = await stat(contentFile(entry.name)).catch(() => null);
        if (found) yield { sha256: entry.name, bytes: found.size };
      }
    },

    async *uploads() {
      for await (const entry of await opendir(uploadsFolder)) if (entry.isFile()) yield entry.name;
    },
  };
}

function storedUpload(file: FileHandle, bytes: number): StoredUpload {
  const readInto = async (buffer: Buffer, start: number) => {
    let done = 0;
    while (done < buffer.length) {
      const { bytesRead } = await file.read(buffer, done, buffer.length - done, start + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return buffer.subarray(0, done);
  };
  const lengthOf = (start: number, end: number) => Math.max(0, Math.min(end, bytes) - start);
  return {
    read: (start, end) => readInto(Buffer.allocUnsafe(lengthOf(start, end)), start),
    async *stream() {
      const buffer = Buffer.allocUnsafe(READ_BYTES);
      for (let at = 0; at < bytes; at += READ_BYTES) {
        yield await readInto(buffer.subarray(0, lengthOf(at, at + READ_BYTES)), at);
      }
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/** @param isFirst whether the file may be missing */
function openToWrite(path: string, isFirst: boolean): Promise<FileHandle> {
  return open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || !isFirst) throw error;
    return open(path, 'wx+', FILE_MODE);
  });
}

/** A new name in a folder is safe only when the folder is. */
async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
