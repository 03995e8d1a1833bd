import { PublicError } from '@yiwang/errors';
import type { FastifyInstance } from 'fastify';
import { requireOwnPage } from '../security/own-pages.ts';
import { requireCsrfToken } from '../sessions/csrf.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { required, type SignInTools } from './sign-in-routes.ts';

/**
 * `POST /sign-out` ends every session of the provider's session, and leads to the provider to end that one too;
 * `POST /sign-out/backchannel` is where the provider tells that a session was ended elsewhere.
 *
 * @param server keeps bodies as bytes
 */
export function addSignOutRoutes(
  server: FastifyInstance,
  { provider, visits, origin }: SignInTools,
  store: SessionStore,
): void {
  server.post('/sign-out', async (request, reply) => {
    requireOwnPage(request.headers, origin);
    reply.header('cache-control', 'no-store').header('clear-site-data', '"cache", "storage"');
    const session = await visits.find(request);
    if (!session) {
      visits.forget(reply);
      return reply.redirect('/', 303);
    }
    await requireCsrfToken(request, session.csrfToken);
    const { person, providerSession, tokens } = session;
    await store.end(session.id);
    if (providerSession !== null)
      await store.endAllOf({ subject: person.id, providerSession, startedBefore: new Date() });
    visits.forget(reply);
    // Signed out here, whether or not the provider answers.
    const url = await provider?.signOutUrl(tokens.id).catch(() => null);
    return reply.redirect(url?.href ?? '/', 303);
  });

  server.post('/sign-out/backchannel', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const token = new URLSearchParams(String(request.body)).get('logout_token');
    if (!token) throw new PublicError('BAD_REQUEST', 'Send logout_token as a form field.');
    const found = required(provider);
    const whose = await found.readLogoutToken(token).catch((error: unknown) => {
      if (error instanceof PublicError) throw error;
      request.log.warn({ err: error }, 'logout token refused');
      throw new PublicError('BAD_REQUEST', 'The logout token is not accepted.');
    });
    await store.endAllOf(whose);
    return reply.status(200).send();
  });
}
