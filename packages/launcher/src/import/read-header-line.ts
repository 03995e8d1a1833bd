import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** Enough to recognise a file by. */
const MOST_BYTES = 4096;
const MOST_CHARACTERS = 200;

/** The first line of a file, shortened for a message. */
export async function readHeaderLine(file: string): Promise<string> {
  const lines = createInterface({ input: createReadStream(file, { encoding: 'utf8', end: MOST_BYTES }) });
  for await (const line of lines) {
    const text = line.replace(/^\uFEFF/, '').trim();
    return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  }
  return '(the file is empty)';
}
