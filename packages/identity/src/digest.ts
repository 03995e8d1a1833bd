import { createHash } from 'node:crypto';

/** SHA-256 of the text's UTF-8, as base64url: 43 characters. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
