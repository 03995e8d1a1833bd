import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FreshTokens } from '../sign-in/fresh-tokens.ts';
import type { Session, SessionContent, SessionStore } from './session-store.ts';

/** Who sends a request. */
export interface Visit {
  /** Null when nobody is signed in. Its access token is good for a while. */
  session: Session | null;
  /** Whether somebody was signed in until lately, and did not sign out. */
  hasExpired: boolean;
  /** Whether this request is the first to find out. */
  isNews: boolean;
}

export interface Visits {
  /**
   * Reads who sends a request, and takes the cookie of a session away that has ended.
   *
   * @throws PublicError ISSUER_UNAVAILABLE when the tokens have expired and the provider does not answer
   * @throws the database's error: who was signed in is not treated as a stranger because of it
   */
  read(request: FastifyRequest, reply: FastifyReply): Promise<Visit>;
  /** The session of the cookie, whatever its tokens. */
  find(request: FastifyRequest): Promise<Session | null>;
  /** Begins a session with an id that nobody had before. That of the cookie ends. */
  begin(
    request: FastifyRequest,
    reply: FastifyReply,
    content: SessionContent,
    providerSession: string | null,
  ): Promise<void>;
  /** Takes the cookies away; the session itself is ended by the store. */
  forget(reply: FastifyReply): void;
}

/** Seconds for which pages say that the session has expired. */
const EXPIRED_SECONDS = 600;

/** @param freshTokens null where nobody can sign in */
export function createVisits(
  store: SessionStore,
  freshTokens: FreshTokens | null,
  { isSecure }: { isSecure: boolean },
): Visits {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  const sessionCookie = cookieName('session', isSecure);
  const expiredCookie = cookieName('session-expired', isSecure);

  function expire(reply: FastifyReply): Visit {
    reply.setCookie(sessionCookie, '', { ...attributes, maxAge: 0 });
    reply.setCookie(expiredCookie, '1', { ...attributes, maxAge: EXPIRED_SECONDS });
    return { session: null, hasExpired: true, isNews: true };
  }

  async function find({ cookies }: FastifyRequest): Promise<Session | null> {
    const cookie = cookies[sessionCookie];
    return cookie ? store.find(cookie) : null;
  }

  return {
    find,
    async read(request, reply) {
      if (!request.cookies[sessionCookie])
        return { session: null, hasExpired: request.cookies[expiredCookie] === '1', isNews: false };
      const session = await find(request);
      const tokens = session && freshTokens && (await freshTokens(session));
      return tokens ? { session: { ...session, tokens }, hasExpired: false, isNews: false } : expire(reply);
    },

    async begin(request, reply, content, providerSession) {
      const before = await find(request);
      const cookie = await store.begin(content, providerSession);
      if (before) await store.end(before.id);
      // It goes with the browser; how long it counts at most is the server's to say.
      reply.setCookie(sessionCookie, cookie, attributes);
      reply.setCookie(expiredCookie, '', { ...attributes, maxAge: 0 });
    },

    forget(reply) {
      for (const name of [sessionCookie, expiredCookie])
        reply.setCookie(name, '', { ...attributes, maxAge: 0 });
    },
  };
}

/** With the prefix `__Host-` browsers take a cookie only from this host over https, and from no sub-domain. */
export function cookieName(name: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}yiwang-${name}`;
}
