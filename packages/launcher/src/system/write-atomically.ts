import { open, rename } from 'node:fs/promises';

/** Writes a file for this user only, so that a reader, or a start after a power cut, sees the old text or the new one, never a part. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  const file = await open(draft, 'w', 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(draft, path);
}
