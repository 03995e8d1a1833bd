import type { Server as HttpsServer, ServerOptions } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { PublicError } from '@yiwang/errors';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { followFile } from '../files/index.ts';
import type { Logger } from '../logging/index.ts';
import { SettingsError } from '../settings/index.ts';
import { checkIdentity, type TlsIdentity } from './client-tls.ts';

/** Settings of a service that serves https, and may ask who calls. Off by default. */
export const serverTlsSettings = {
  TLS_CERT: z
    .string()
    .default('')
    .describe(
      'File of the certificate, with those between it and its authority (PEM), by which the service answers over https, and over nothing else. It is read again when it changes. When empty, the service answers over http.',
    ),
  TLS_KEY: z
    .string()
    .default('')
    .describe('File of the private key of TLS_CERT (PEM). It is read again when it changes.'),
  TLS_CLIENT_CA: z
    .string()
    .default('')
    .describe(
      'File of the authorities (PEM) one of which must have issued the certificate that a client shows; others are answered 401, but for /health and /ready. It is read again when it changes. When empty, no certificate is asked for. Requires TLS_CERT.',
    ),
};

type ServerTlsSettings = z.infer<z.ZodObject<typeof serverTlsSettings>>;

/** A server's own certificate, and whose it accepts. */
export interface ServerTls extends Disposable {
  /** For the server when it is made. */
  options: ServerOptions;
  /** Gives the server each certificate that takes the place of the one before, and refuses clients without one. */
  attach(server: FastifyInstance): void;
}

/** Balancers and platforms ask these, and have no certificate. */
const OPEN_PATHS = new Set(['/health', '/ready']);

/**
 * Follows the files of certificate, key and authorities; null where the service answers over http.
 *
 * @throws SettingsError when one of them cannot be used, or is missing beside another
 */
export async function openServerTls(
  { TLS_CERT, TLS_KEY, TLS_CLIENT_CA }: ServerTlsSettings,
  logger: Logger,
): Promise<ServerTls | null> {
  if ((TLS_CERT === '') !== (TLS_KEY === ''))
    throw new SettingsError('TLS_CERT and TLS_KEY must be set together.');
  if (TLS_CERT === '') {
    if (TLS_CLIENT_CA === '') return null;
    throw new SettingsError(
      'TLS_CLIENT_CA needs TLS_CERT and TLS_KEY: over http no client shows a certificate.',
    );
  }
  let served: FastifyInstance | null = null;
  const followed = await followFile<TlsIdentity>(
    { setting: 'TLS_CERT', file: TLS_CERT },
    async (cert, readFurther) => {
      const identity: TlsIdentity = { cert, key: await readFurther(TLS_KEY) };
      if (TLS_CLIENT_CA) identity.ca = await readFurther(TLS_CLIENT_CA);
      checkIdentity('certificate and key', identity);
      return identity;
    },
    logger,
    (identity) => (served?.server as HttpsServer | undefined)?.setSecureContext({ ...identity }),
  );
  // Refused by an answer and not in the handshake: of that, clients see a broken connection only.
  const asks = TLS_CLIENT_CA !== '';
  return {
    options: { ...followed.current, requestCert: asks, rejectUnauthorized: false, minVersion: 'TLSv1.2' },
    attach(server) {
      served = server;
      if (asks) server.addHook('onRequest', requireCertificate);
    },
    [Symbol.dispose]: () => followed[Symbol.dispose](),
  };
}

function requireCertificate(
  { raw }: { raw: { socket: unknown; url?: string | undefined } },
  _reply: unknown,
  done: (error?: Error) => void,
): void {
  const socket = raw.socket as TLSSocket;
  if (socket.authorized || OPEN_PATHS.has((raw.url ?? '').split('?')[0]!)) return done();
  const { authorizationError } = socket as { authorizationError?: unknown };
  done(new PublicError('UNAUTHENTICATED', explain(String(authorizationError ?? ''))));
}

function explain(code: string): string {
  if (
    code === '' ||
    code.includes('peer did not return a certificate') ||
    code === 'UNABLE_TO_GET_ISSUER_CERT'
  )
    return 'A client certificate is required here, and none was shown that an authority of TLS_CLIENT_CA has issued.';
  if (code === 'CERT_HAS_EXPIRED') return 'The client certificate has expired.';
  return `The client certificate is not accepted here (${code}): it must be issued by an authority of TLS_CLIENT_CA.`;
}
