/**
 * Cuts a stream of PostgreSQL's protocol into messages: a letter, the length (4 bytes, itself included), the body.
 *
 * @param where the first message of a client has no letter and is left out: `after the first`
 * @returns a listener for `data`
 */
export function readMessages(
  where: 'after the first' | 'from the first',
  onMessage: (type: string, body: Buffer) => void,
): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let lettered = where === 'from the first';

  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const head = lettered ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      if (lettered) onMessage(String.fromCharCode(rest[0]!), rest.subarray(5, end));
      lettered = true;
      rest = rest.subarray(end);
    }
  };
}
