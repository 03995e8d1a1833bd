import type { IncomingMessage } from 'node:http';
import { createClient } from '@yiwang/client';
import { PublicError } from '@yiwang/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  createRequestHandler,
  type HandleErrorFunction,
  isRouteErrorResponse,
  RouterContextProvider,
  type ServerBuild,
} from 'react-router';
import type { UnsentForm } from '../../app/context.ts';
import { abortedOnLeave } from '../gateway/aborted-on-leave.ts';
import { askerOf, type Gateway } from '../gateway/gateway.ts';
import { requireOwnPage } from '../security/own-pages.ts';
import { nonceOf } from '../security/security-headers.ts';
import { requireCsrfToken } from '../sessions/csrf.ts';
import type { Visits } from '../sessions/visits.ts';
import { graphOf } from './graph-of.ts';
import { sendPage, toPageRequest } from './page-request.ts';
import type { Pages } from './read-build.ts';
import { readUnsent, sendAgainPath } from './unsent-form.ts';

export interface PageTools {
  gateway: Pick<Gateway, 'url'>;
  visits: Visits;
  addressOf: (request: IncomingMessage) => string;
  /** Of the portal. */
  origin: string;
}

const READS: readonly string[] = ['GET', 'HEAD'];
const METHODS: readonly string[] = [...READS, 'POST'];

/**
 * Everything that is no other route is a page. What changes something is checked here, so that no page has to: it comes from a page of
 * ours and, from somebody signed in, with the token of the session. A form that cannot be taken because its session is over comes back
 * with all that was typed.
 *
 * @param server keeps bodies as bytes
 */
export function addPagesRoute(
  server: FastifyInstance,
  { build, context }: Pages,
  { gateway, visits, addressOf, origin }: PageTools,
): void {
  const handle = createRequestHandler(withLog(build, server.log), 'production');
  const client = createClient({ url: gateway.url, sendsHashes: true });

  server.all('/*', async (request, reply) => {
    requirePageAddress(request);
    const isChange = !READS.includes(request.method);
    if (isChange) requireOwnPage(request.headers, origin);
    const visit = await visits.read(request, reply);
    const { session } = visit;
    const leave = abortedOnLeave(reply.raw);
    const asked = toPageRequest(request, origin, leave);
    if (isChange && session) {
      try {
        await requireCsrfToken(request, session.csrfToken);
      } catch (error) {
        const unsent = await readUnsent(request, 'OUT_OF_DATE');
        if (!unsent) throw error;
        return sendPage(reply, await showUnsent(unsent, 403), true);
      }
    }
    const response = await handle(asked, contextOf(null));
    const unsent = isChange && response.status === 401 ? await readUnsent(request, 'SIGNED_OUT') : null;
    if (!unsent) return sendPage(reply, response, session !== null);
    await response.body?.cancel();
    return sendPage(reply, await showUnsent(unsent, 401), true);

    /** Nothing typed is lost: a page holds the form until it is sent again. */
    async function showUnsent(form: UnsentForm, status: number): Promise<Response> {
      const page = new Request(new URL(sendAgainPath(form.to), origin), {
        headers: asked.headers,
        signal: leave,
      });
      const { body, headers } = await handle(page, contextOf(form));
      return new Response(body, { status, headers });
    }

    function contextOf(unsent: UnsentForm | null): RouterContextProvider {
      const asker = askerOf(session?.tokens.access, addressOf(request.raw));
      const given = new RouterContextProvider();
      given.set(context, {
        person: session?.person ?? null,
        hasExpired: visit.hasExpired,
        graph: graphOf(client, asker, leave),
        nonce: nonceOf(reply.raw),
        csrfToken: session?.csrfToken ?? '',
        unsent,
      });
      return given;
    }
  });
}

/** React Router would print errors as they are, with the address and whatever their messages quote. */
function withLog(build: ServerBuild, log: FastifyInstance['log']): ServerBuild {
  const handleError: HandleErrorFunction = (error, { request }) => {
    if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
    log.error({ err: error }, 'a page failed');
  };
  return { ...build, entry: { ...build.entry, module: { ...build.entry.module, handleError } } };
}

/** @throws PublicError for what no page takes */
function requirePageAddress({ method, url }: FastifyRequest): void {
  if (!METHODS.includes(method))
    throw new PublicError('METHOD_NOT_ALLOWED', 'Pages take GET, HEAD and POST.');
  // No department holds this character, and no page could show it.
  if (/%00/.test(url)) throw new PublicError('INVALID_ARGUMENT', 'The address holds the character U+0000.');
}
