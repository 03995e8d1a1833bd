import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router';
import { requestContext } from './context.ts';

/** The server sets it; a module of its own would have another one than the bundle. */
export { requestContext };

/** Milliseconds that a page waits for parts that departments are late with. */
export const streamTimeout = 12_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const { nonce } = loadContext.get(requestContext);
  // Parts that come late are put in their places by small scripts. `?whole` is the same page for who runs none.
  const isWhole = new URL(request.url).searchParams.has('whole') || request.method === 'HEAD';
  return new Promise((resolve, reject) => {
    let isStarted = false;
    const respond = () => {
      isStarted = true;
      const body = new PassThrough();
      body.once('close', () => clearTimeout(lateness));
      headers.set('content-type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    // A page that is over must not be kept until its time is.
    const lateness = setTimeout(
      () => abort(new Error('A part of the page came too late.')),
      streamTimeout + 1000,
    ).unref();
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        ...(isWhole ? { onAllReady: respond } : { onShellReady: respond }),
        onShellError(error) {
          clearTimeout(lateness);
          reject(error);
        },
        onError(error: unknown) {
          // Errors before the shell reject the promise; the server logs them.
          if (isStarted && !request.signal.aborted) process.emitWarning(error as Error);
        },
      },
    );
    request.signal.addEventListener('abort', () => abort(request.signal.reason));
  });
}
