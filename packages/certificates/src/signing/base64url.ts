import { base64UrlToUint8Array, uint8ArrayToBase64Url } from '@sd-jwt/utils';

const PATTERN = /^[\w-]*$/;

export function toBase64url(bytes: Uint8Array): string {
  return uint8ArrayToBase64Url(bytes);
}

/**
 * Decodes base64url without padding. Null when it is none, or when another text stands for the same bytes: the last character may have
 * bits that no byte holds, and whoever changes them would have changed the text and nothing that is signed.
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!PATTERN.test(text) || text.length % 4 === 1) return null;
  const bytes = new Uint8Array(base64UrlToUint8Array(text));
  return toBase64url(bytes) === text ? bytes : null;
}

/** Decodes the JSON of an object from base64url. Null when it is none. */
export function objectFromBase64url(text: string): Record<string, unknown> | null {
  const bytes = fromBase64url(text);
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
