/** How an upload ended. `NO_ANSWER` may be tried again: it goes on where it stopped. */
export type UploadEnd =
  { kind: 'DONE' } | { kind: 'NO_ANSWER' } | { kind: 'REFUSED'; status: number; message: string };

const HEADERS = { 'tus-resumable': '1.0.0', 'graphql-require-preflight': '1' };

/**
 * Sends a file by tus 1.0 to the path that the graph named, through the portal. Asks first how much has arrived, so that an upload that broke
 * off goes on; after a break it tries once more by itself.
 *
 * @param onProgress told how many bytes have been sent
 */
export async function uploadFile(
  path: string,
  file: Blob,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<UploadEnd> {
  let end: UploadEnd = { kind: 'NO_ANSWER' };
  for (let tries = 0; tries < 2; tries++) {
    const offset = await offsetOf(path, signal);
    if (typeof offset !== 'number') {
      end = offset;
      if (end.kind === 'REFUSED') return end;
      continue;
    }
    if (offset === file.size) return { kind: 'DONE' };
    end = await send(path, file, offset, onProgress, signal);
    if (end.kind !== 'NO_ANSWER') return end;
  }
  return end;
}

async function offsetOf(path: string, signal: AbortSignal): Promise<number | UploadEnd> {
  try {
    const response = await fetch(path, { method: 'HEAD', headers: HEADERS, signal });
    if (!response.ok) return refused(response.status, '');
    return Number(response.headers.get('upload-offset') ?? 0);
  } catch {
    return { kind: 'NO_ANSWER' };
  }
}

// fetch tells nothing of what has been sent; XMLHttpRequest does.
function send(
  path: string,
  file: Blob,
  offset: number,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<UploadEnd> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PATCH', path);
    for (const [name, value] of Object.entries(HEADERS)) request.setRequestHeader(name, value);
    request.setRequestHeader('upload-offset', String(offset));
    request.setRequestHeader('content-type', 'application/offset+octet-stream');
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(offset + loaded));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve({ kind: 'DONE' });
      else resolve(refused(request.status, request.responseText));
    });
    for (const name of ['error', 'abort', 'timeout']) {
      request.addEventListener(name, () => resolve({ kind: 'NO_ANSWER' }));
    }
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file.slice(offset));
  });
}

function refused(status: number, text: string): UploadEnd {
  // Later it may work: the offset did not fit, or the server is away.
  if (status === 409 || status === 423 || status >= 500) return { kind: 'NO_ANSWER' };
  let message = text;
  try {
    const body = JSON.parse(text) as { errors?: { message: string }[]; message?: string };
    message = body.errors?.[0]?.message ?? body.message ?? text;
  } catch {
    // No JSON: the text is what the server says.
  }
  return { kind: 'REFUSED', status, message: message.slice(0, 300) };
}
