import type { Session, SessionStore, Tokens } from '../sessions/session-store.ts';
import type { Provider } from './provider.ts';

/** Before a token expires it is replaced. A gateway whose clock goes differently must still accept it. */
const LEFT_MS = 60_000;

/**
 * Returns tokens of a session that are good for a while; null when it is over.
 *
 * @throws PublicError ISSUER_UNAVAILABLE when they have expired and the provider does not answer
 */
export type FreshTokens = (session: Session) => Promise<Tokens | null>;

/**
 * Parallel requests of one session wait for one refresh: providers take a refresh token once, and end the session of whoever sends
 * it again.
 */
export function createFreshTokens(store: SessionStore, provider: Provider): FreshTokens {
  const underWay = new Map<string, Promise<Tokens | null>>();

  async function renew(id: string): Promise<Tokens | null> {
    let isOver = false;
    const tokens = await store.renew(id, async (current) => {
      // Another process was faster.
      if (isGoodFor(current, LEFT_MS)) return null;
      const renewed = await provider.refresh(current);
      isOver = renewed === null;
      return renewed;
    });
    if (!isOver) return tokens;
    await store.end(id);
    return null;
  }

  return async ({ id, tokens }) => {
    if (isGoodFor(tokens, LEFT_MS)) return tokens;
    // Without a refresh token the session lasts as long as the access token.
    if (tokens.refresh === null && isGoodFor(tokens, 0)) return tokens;
    let renewal = underWay.get(id);
    if (!renewal) {
      renewal = renew(id).finally(() => underWay.delete(id));
      underWay.set(id, renewal);
    }
    try {
      return await renewal;
    } catch (error) {
      if (isGoodFor(tokens, 0)) return tokens;
      throw error;
    }
  };
}

function isGoodFor({ expiresAt }: Tokens, milliseconds: number): boolean {
  return expiresAt - Date.now() > milliseconds;
}
