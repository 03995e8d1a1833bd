import { createHash } from 'node:crypto';

/** SHA-256 of the text's UTF-8 in hexadecimal digits, by which clients name documents. */
export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
