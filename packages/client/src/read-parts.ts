/**
 * Yields the bodies of a `multipart/mixed` response as each comes, wherever the network cuts the bytes.
 *
 * @throws Error when the response ends before its last delimiter
 */
export async function* readParts(response: Response, boundary: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = response.body!.getReader();
  const delimiter = `\r\n--${boundary}`;
  // The first delimiter may stand at the very beginning, without a line break.
  let unread = '\r\n';
  let isInside = false;
  let isOver = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done && isOver) return;
      if (done) throw new Error('the answer ended before its last part');
      // Of a delimiter, all but its last byte may have been there before.
      let from = Math.max(0, unread.length - delimiter.length);
      unread += decoder.decode(value, { stream: true });
      for (let at; (at = unread.indexOf(delimiter, from)) >= 0; from = 0) {
        const part = unread.slice(0, at);
        unread = unread.slice(at + delimiter.length);
        if (isInside) yield bodyOf(part);
        isInside = true;
      }
      // Read to the end all the same: the connection of a response that is cancelled is not used again.
      isOver ||= isInside && unread.startsWith('--');
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Returns the boundary that a content type names; null when it is not `multipart/mixed`. */
export function boundaryOf(contentType: string | null): string | null {
  if (!/^multipart\/mixed\b/i.test(contentType ?? '')) return null;
  return /;\s*boundary=(?:"([^"]*)"|([^;\s]+))/i.exec(contentType!)?.slice(1).find(Boolean) ?? '-';
}

function bodyOf(part: string): string {
  return part.slice(part.indexOf('\r\n\r\n') + 4);
}
