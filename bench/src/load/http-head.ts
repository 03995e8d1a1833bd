/** Ends the head of a request or of an answer. */
export const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Bytes of the body that a head announces; null when it does not say. */
export function lengthIn(head: string): number | null {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  return length === undefined ? null : Number(length);
}
