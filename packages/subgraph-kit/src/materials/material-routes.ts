import type { Readable } from 'node:stream';
import { ERROR_CODES, isPublicError, PublicError } from '@yiwang/errors';
import { exemptFromRequestTimeout } from '@yiwang/service/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServedLog } from '../access-log/served-log.ts';
import type { Identify } from '../trust/identify.ts';
import type { ReplayMemory } from '../trust/replay-memory.ts';
import { createDownload } from './download.ts';
import { createIdentifyStreamed } from './identify-streamed.ts';
import type { Materials } from './materials.ts';
import { createUploadRequests, type UploadStatus } from './upload-requests.ts';

const TUS_VERSION = '1.0.0';
const BYTES_TYPE = 'application/offset+octet-stream';
const UPLOAD_PATH = '/files/uploads/:id';
const MATERIAL_PATH = '/files/materials/:id';

export interface MaterialRouteOptions {
  materials: Materials;
  identify: Identify;
  replays: ReplayMemory;
  /** Null when reads are not logged. */
  log: ServedLog | null;
}

interface WithId {
  Params: { id: string };
}

/**
 * Adds the routes of materials to the server of a department. Uploads follow the protocol tus 1.0 with its extensions expiration and
 * termination; they are created by a mutation of the department, which checks rights before a byte comes.
 */
export function addMaterialRoutes(
  server: FastifyInstance,
  { materials, identify, replays, log }: MaterialRouteOptions,
): void {
  const identifyStreamed = createIdentifyStreamed(identify, replays);
  const uploads = createUploadRequests(materials);
  const download = createDownload(materials, log);
  const underWay = new Set<Readable>();
  const appending = new Set<Promise<unknown>>();
  // Otherwise the department would end with the slowest of them. They go on where they stand.
  server.addHook('preClose', async () => {
    for (const stream of underWay) stream.destroy();
    // What has come of them is stored before the database is closed.
    await Promise.allSettled(appending);
  });

  server.register(async (scope) => {
    // The body stays a stream.
    scope.addContentTypeParser(BYTES_TYPE, (_request, payload, done) => done(null, payload));
    scope.setErrorHandler(sendPublicError);

    scope.head<WithId>(UPLOAD_PATH, async (request, reply) => {
      checkVersion(request);
      const { caller } = await identifyStreamed(request);
      return reply.headers(headersOf(await uploads.statusOf(caller, request.params.id))).send();
    });

    scope.patch<WithId>(UPLOAD_PATH, async (request, reply) => {
      checkVersion(request);
      const { caller } = await identifyStreamed(request);
      const { body, headers } = request;
      if (body === undefined)
        throw new PublicError('UNSUPPORTED_MEDIA_TYPE', `Send content-type: ${BYTES_TYPE}.`);
      exemptFromRequestTimeout(request.raw);
      watch(body as Readable);
      const append = uploads.append(caller, request.params.id, {
        body: body as Readable,
        offset: numberIn(headers['upload-offset'], 'upload-offset'),
        length: headers['content-length'] === undefined ? null : Number(headers['content-length']),
      });
      appending.add(append);
      const status = await append.finally(() => appending.delete(append));
      // Nobody is there any more.
      if (status === null) return reply.hijack();
      return reply.status(204).headers(headersOf(status)).send();
    });

    scope.delete<WithId>(UPLOAD_PATH, async (request, reply) => {
      checkVersion(request);
      const { caller } = await identifyStreamed(request);
      await uploads.end(caller, request.params.id);
      return reply.status(204).header('tus-resumable', TUS_VERSION).send();
    });

    scope.get<WithId>(MATERIAL_PATH, { exposeHeadRoute: false }, async (request, reply) => {
      const principal = await identifyStreamed(request);
      const { status, headers, body } = await download(principal, request.params.id, request.headers.range);
      return reply
        .status(status)
        .headers(headers)
        .send(body ?? undefined);
    });
  });

  function watch(stream: Readable): void {
    underWay.add(stream);
    stream.once('close', () => underWay.delete(stream));
  }
}

function headersOf({ offset, bytes, expiresAt }: UploadStatus): Record<string, string> {
  return {
    'tus-resumable': TUS_VERSION,
    'upload-offset': String(offset),
    'upload-length': String(bytes),
    'upload-expires': expiresAt.toUTCString(),
    'cache-control': 'no-store',
  };
}

/** @throws PublicError BAD_REQUEST */
function checkVersion({ headers }: FastifyRequest): void {
  if (headers['tus-resumable'] === TUS_VERSION) return;
  throw new PublicError('BAD_REQUEST', `Send the header tus-resumable: ${TUS_VERSION}.`);
}

/** @throws PublicError BAD_REQUEST */
function numberIn(header: string | string[] | undefined, name: string): number {
  const number = typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null;
  if (number !== null) return number;
  throw new PublicError('BAD_REQUEST', `Send the header ${name} with a number of bytes.`);
}

/** Answers with what the error says besides its code, such as the reason; other errors are those of the server. */
function sendPublicError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!isPublicError(error)) throw error;
  if (error.code === 'STORAGE_UNAVAILABLE')
    request.log.error({ err: error.cause }, 'the storage of materials failed');
  const seconds = error.extensions['retryAfterSeconds'];
  if (typeof seconds === 'number') reply.header('retry-after', String(seconds));
  return reply
    .status(ERROR_CODES[error.code].http)
    .header('tus-resumable', TUS_VERSION)
    .send({ errors: [error] });
}
