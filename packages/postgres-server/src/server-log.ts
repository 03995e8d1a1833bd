import { type FileHandle, open, rename } from 'node:fs/promises';

/** Opens the server's log anew; the former one is kept as `<file>.1`. */
export async function openLog(file: string): Promise<FileHandle> {
  await rename(file, `${file}.1`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  return open(file, 'a+', 0o600);
}

/** Why the server ended, in one line, from the end of its log. */
export function explainEnd(log: string, at: { dataDir: string; port: number }): string {
  const fault = log.match(/(?:FATAL|PANIC): {2}(.*)/g)?.at(-1) ?? log.trim().split('\n').at(-1) ?? '';
  if (/No space left on device/.test(log)) {
    return `The disk that holds ${at.dataDir} is full: PostgreSQL stopped and loses nothing. Free some space and start again.`;
  }
  if (/Address already in use/.test(log)) {
    return `Port ${at.port} on 127.0.0.1 is in use. Stop what listens there, or choose another port for PostgreSQL.`;
  }
  if (/Cannot allocate memory/.test(log)) {
    return 'There is too little memory for PostgreSQL (it takes about 200 MB). End other programs and start again.';
  }
  return `PostgreSQL ended: ${fault.replace(/^(FATAL|PANIC): {2}/, '') || 'it left no word in its log'}.`;
}
