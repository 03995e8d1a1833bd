import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import { abortedOnLeave } from '../gateway/aborted-on-leave.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { requireOwnPage } from '../security/own-pages.ts';
import { nonceOf } from '../security/security-headers.ts';
import { requireCsrfToken } from '../sessions/csrf.ts';
import type { Visits } from '../sessions/visits.ts';
import { graphOf } from './graph-of.ts';
import { sendPage, toPageRequest } from './page-request.ts';
import type { Pages } from './read-build.ts';

export interface PageTools {
  gateway: Pick<Gateway, 'url'>;
  visits: Visits;
  addressOf: (request: IncomingMessage) => string;
  /** Of the portal. */
  origin: string;
}

const READS: readonly string[] = ['GET', 'HEAD'];

/**
 * Everything that is no other route is a page. What changes something is checked here, so that no page has to: it comes from a page of
 * ours and, from somebody signed in, with the token of the session.
 *
 * @param server keeps bodies as bytes
 */
export function addPagesRoute(
  server: FastifyInstance,
  { build, context }: Pages,
  { gateway, visits, addressOf, origin }: PageTools,
): void {
  const handle = createRequestHandler(build, 'production');

  server.all('/*', async (request, reply) => {
    const isChange = !READS.includes(request.method);
    if (isChange) requireOwnPage(request.headers, origin);
    const { session, hasExpired } = await visits.read(request, reply);
    if (isChange && session) await requireCsrfToken(request, session.csrfToken);

    const leave = abortedOnLeave(reply.raw);
    const asker = { token: session?.tokens.access ?? null, address: addressOf(request.raw) };
    const given = new RouterContextProvider();
    given.set(context, {
      person: session?.person ?? null,
      hasExpired,
      graph: graphOf(gateway.url, asker, leave),
      nonce: nonceOf(reply.raw),
      csrfToken: session?.csrfToken ?? '',
    });
    const response = await handle(toPageRequest(request, origin, leave), given);
    return sendPage(reply, response, session !== null);
  });
}
