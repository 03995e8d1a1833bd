import { PublicError } from '@yiwang/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizationResponseError } from 'openid-client';
import { createCsrfToken } from '../sessions/csrf.ts';
import type { Visits } from '../sessions/visits.ts';
import type { Flows } from './flows.ts';
import { CALLBACK_PATH, type Provider, type SignedIn } from './provider.ts';
import { returnPath } from './return-path.ts';

export interface SignInTools {
  /** Null where signing in is not set up. */
  provider: Provider | null;
  visits: Visits;
  flows: Flows;
  /** Of the portal. */
  origin: string;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** `GET /sign-in?return=/path` leads to the provider, `GET /sign-in/callback` back. */
export function addSignInRoutes(
  server: FastifyInstance,
  { provider, visits, flows, origin }: SignInTools,
): void {
  server.get<{ Querystring: Query }>('/sign-in', async (request, reply) => {
    const returnTo = returnPath(request.query['return'], origin);
    const { url, flow } = await required(provider).begin(returnTo, languageOf(returnTo));
    await flows.remember(request, reply, flow);
    return reply.header('cache-control', 'no-store').redirect(url.href, 303);
  });

  server.get<{ Querystring: Query }>(CALLBACK_PATH, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const state = request.query['state'];
    const flow = typeof state === 'string' ? await flows.take(request, reply, state) : null;
    if (!flow) throw interrupted();
    const signedIn = await finish(request, required(provider), flow);
    // Whoever turned back at the provider is where they were.
    if (signedIn) await begin(request, reply, signedIn);
    return reply.redirect(flow.returnTo, 303);
  });

  async function finish(
    request: FastifyRequest,
    found: Provider,
    flow: Parameters<Provider['finish']>[1],
  ): Promise<SignedIn | null> {
    try {
      return await found.finish(new URL(request.url, origin), flow);
    } catch (error) {
      if (error instanceof PublicError) throw error;
      if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return null;
      request.log.warn({ err: error }, 'sign-in refused');
      throw interrupted();
    }
  }

  async function begin(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): Promise<void> {
    const { person, tokens, providerSession } = signedIn;
    await visits.begin(request, reply, { person, tokens, csrfToken: createCsrfToken() }, providerSession);
  }
}

/** @throws PublicError ISSUER_UNAVAILABLE */
export function required(provider: Provider | null): Provider {
  if (provider) return provider;
  throw new PublicError(
    'ISSUER_UNAVAILABLE',
    'Signing in is not set up here: the portal has no OIDC_ISSUER.',
  );
}

function interrupted(): PublicError {
  return new PublicError(
    'BAD_REQUEST',
    'Signing in was interrupted, took too long, or was begun in another browser. Sign in again.',
  );
}

function languageOf(path: string): string {
  return /^\/en(\/|\?|$)/.test(path) ? 'en' : 'zh-CN zh';
}
