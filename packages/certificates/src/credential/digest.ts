/** SHA-256, by WebCrypto. */
export async function sha256(data: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** SHA-256 in hexadecimal digits. */
export async function sha256Hex(data: Uint8Array | string): Promise<string> {
  return [...(await sha256(data))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
