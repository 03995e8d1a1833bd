import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { compressPage } from './compress-page.ts';

const HAS_NO_BODY: readonly string[] = ['GET', 'HEAD'];
/** Of the way to here. What proxies say of hosts is not for the pages: the address of the portal is a setting. */
const LEFT_OUT =
  /^(host|connection|keep-alive|transfer-encoding|te|trailer|upgrade|authorization|forwarded|x-forwarded-.*)$/;

/** Returns a request as the pages take it. */
export function toPageRequest(
  { url, method, headers, body }: FastifyRequest,
  origin: string,
  signal: AbortSignal,
): Request {
  const given = new Headers({ host: new URL(origin).host });
  for (const [name, value] of Object.entries(headers)) {
    if (LEFT_OUT.test(name) || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) given.append(name, one);
  }
  const hasBody = !HAS_NO_BODY.includes(method) && Buffer.isBuffer(body);
  return new Request(new URL(url, origin), {
    method,
    headers: given,
    signal,
    ...(hasBody && { body: new Uint8Array(body) }),
  });
}

/** Sends what the pages have answered, each part when it is there. */
export function sendPage(
  reply: FastifyReply,
  { status, headers, body }: Response,
  isSignedIn: boolean,
): FastifyReply {
  for (const [name, value] of headers) void reply.header(name, value);
  // Nobody keeps what only its reader may see. Other pages are asked for again: their nonce counts once.
  if (isSignedIn) void reply.header('cache-control', 'no-store');
  else if (!headers.has('cache-control')) void reply.header('cache-control', 'no-cache');
  void reply.status(status);
  if (!body) return reply.send();
  const stream = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  if (!isSignedIn && /^(text\/|application\/json)/.test(headers.get('content-type') ?? '')) {
    void reply.header('vary', [headers.get('vary'), 'accept-encoding'].filter(Boolean).join(', '));
    const compressed = compressPage(stream, reply.request.headers['accept-encoding']?.toString());
    if (compressed) return reply.header('content-encoding', compressed.coding).send(compressed.stream);
  }
  return reply.send(stream);
}
