import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const nonces = new WeakMap<object, string>();
const YEAR_SECONDS = 31_536_000;
/** Nothing of it is used, by us or by anybody whose script got in. */
const NO_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** The nonce of one answer's content security policy. */
export function nonceOf(raw: ServerResponse): string {
  let nonce = nonces.get(raw);
  if (nonce === undefined) {
    nonce = randomBytes(16).toString('base64');
    nonces.set(raw, nonce);
  }
  return nonce;
}

/**
 * Sets the headers by which browsers protect the pages, on every answer.
 *
 * @param formOrigins where forms lead by a redirect, beside the portal: signing out ends at the provider
 */
export async function addSecurityHeaders(
  server: FastifyInstance,
  isSecure: boolean,
  formOrigins: () => readonly string[],
): Promise<void> {
  const withNonce = (_request: IncomingMessage, raw: ServerResponse) => `'nonce-${nonceOf(raw)}'`;
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", withNonce],
        styleSrc: ["'self'", withNonce],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'", () => formOrigins().join(' ')],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isSecure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isSecure && { maxAge: YEAR_SECONDS, includeSubDomains: false },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    frameguard: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', NO_FEATURES);
  });
}
