import { CREDENTIAL_MEDIA_TYPE, STATUS_LIST_MEDIA_TYPE } from '@yiwang/certificates';
import { ERROR_CODES, isPublicError, PublicError } from '@yiwang/errors';
import { formatReadNote, READ_NOTE_HEADER } from '@yiwang/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServedLog } from '../access-log/served-log.ts';
import { createFileReads } from '../materials/file-reads.ts';
import { createIdentifyStreamed } from '../materials/identify-streamed.ts';
import type { Identify } from '../trust/identify.ts';
import type { ReplayMemory } from '../trust/replay-memory.ts';
import { CERTIFICATE_ROUTES } from './certificate-paths.ts';
import type { CertificateRow } from './certificate-tables.ts';
import type { Certificates } from './certificates.ts';

export interface CertificateRouteOptions {
  certificates: Certificates;
  identify: Identify;
  replays: ReplayMemory;
  /** Null when reads are not logged. */
  log: ServedLog | null;
}

/** What is the same for all that asks for it may be kept by whoever is between. */
const KEYS_CACHE = 'public, max-age=60';
const STATUS_CACHE = 'public, max-age=5';

/**
 * Adds the routes of certificates: public keys and status lists, which are for everyone, and the certificates themselves, which are for
 * whoever may see the record.
 */
export function addCertificateRoutes(
  server: FastifyInstance,
  { certificates, identify, replays, log }: CertificateRouteOptions,
): void {
  const identifyStreamed = createIdentifyStreamed(identify, replays);
  const reads = createFileReads(log);
  server.register(async (scope) => {
    scope.setErrorHandler((error, _request, reply) => {
      if (!isPublicError(error)) throw error;
      return reply.status(ERROR_CODES[error.code].http).send({ errors: [error] });
    });

    scope.get(CERTIFICATE_ROUTES.keys, { exposeHeadRoute: false }, async (_request, reply) =>
      reply
        .headers({ 'content-type': 'application/jwk-set+json', 'cache-control': KEYS_CACHE })
        .send(await certificates.keySet()),
    );

    scope.get<{ Params: { list: string } }>(
      CERTIFICATE_ROUTES.status,
      { exposeHeadRoute: false },
      async ({ params }, reply) => {
        const list = /^\d{1,9}$/.test(params.list)
          ? await certificates.statusList(Number(params.list))
          : null;
        if (list === null) throw new PublicError('NOT_FOUND', 'There is no such status list.');
        return reply
          .headers({ 'content-type': STATUS_LIST_MEDIA_TYPE, 'cache-control': STATUS_CACHE })
          .send(list);
      },
    );

    scope.get<{ Params: { name: string } }>(
      CERTIFICATE_ROUTES.certificate,
      { exposeHeadRoute: false },
      async (request, reply) => {
        const [, identifier, form] = /^(.+)\.(pdf|sd-jwt)$/.exec(request.params.name) ?? [];
        const row = identifier === undefined ? null : await certificates.find(identifier);
        const note = await readRight(request, row);
        if (row === null || note === null) throw notFound();
        const body =
          form === 'pdf'
            ? Buffer.from(await certificates.documentOf(row))
            : await certificates.credentialOf(row);
        return send(reply, row, form!, body, note);
      },
    );
  });

  /** Headers that tell the gateway what is read; none for what is for everyone. Null when the caller may not read it. */
  async function readRight(
    request: FastifyRequest,
    row: CertificateRow | null,
  ): Promise<Record<string, string> | null> {
    const kind = row === null ? null : certificates.kinds[row.kind];
    if (kind?.mayRead === 'PUBLIC') return {};
    const principal = await identifyStreamed(request);
    const right = row && kind ? await kind.mayRead(principal.caller, row) : null;
    if (right === null) return null;
    reads.requirePurpose(principal, right.isOwn);
    await reads.log(principal, kind!.coordinate, right);
    const note = { fields: [kind!.coordinate], subjects: [...right.subjects], isOwn: right.isOwn };
    return { [READ_NOTE_HEADER]: formatReadNote(note) };
  }
}

function send(
  reply: FastifyReply,
  { record }: CertificateRow,
  form: string,
  body: Buffer | string,
  note: Record<string, string>,
): FastifyReply {
  const name = record.replaceAll(/[^\w-]/g, '_');
  return reply
    .headers({
      'content-type': form === 'pdf' ? 'application/pdf' : CREDENTIAL_MEDIA_TYPE,
      'content-disposition': `attachment; filename="${name}.${form}"`,
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      ...note,
    })
    .send(body);
}

function notFound(): PublicError {
  return new PublicError('NOT_FOUND', 'There is no such certificate.');
}
