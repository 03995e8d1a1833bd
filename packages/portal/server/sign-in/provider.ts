import { PublicError } from '@yiwang/errors';
import { isLoopback } from '@yiwang/service/settings';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import type { Person } from '../../app/context.ts';
import type { PortalConfig } from '../config.ts';
import { readSecret } from '../database/open-database.ts';
import type { ProviderSession, Tokens } from '../sessions/session-store.ts';
import { personOf } from './person-of.ts';

/** What has to be remembered between the way to the provider and the way back. */
export interface Flow {
  state: string;
  nonce: string;
  verifier: string;
  /** Path of ours to go to then. */
  returnTo: string;
}

export interface SignedIn {
  person: Person;
  tokens: Tokens;
  /** `sid`; null where the provider names none. */
  providerSession: string | null;
}

/**
 * The OpenID provider at which people sign in. What cannot be done while it does not answer throws PublicError ISSUER_UNAVAILABLE.
 */
export interface Provider {
  /** Returns the address to send the browser to. */
  begin(returnTo: string, languages: string): Promise<{ url: URL; flow: Flow }>;
  /** @throws an error of openid-client when the answer is not that to this flow, or its code was used */
  finish(callback: URL, flow: Flow): Promise<SignedIn>;
  /** @returns null when the provider gives no new tokens: the session is over */
  refresh(tokens: Tokens): Promise<Tokens | null>;
  /** Returns where the browser signs out at the provider; null where the provider has no such address. */
  signOutUrl(idToken: string): Promise<URL | null>;
  /** @throws an error of jose when the provider has not signed this token to end a session */
  readLogoutToken(token: string): Promise<ProviderSession>;
  /** Origins that a form leads to by a redirect, as far as they are known by now. */
  formOrigins(): readonly string[];
}

export const CALLBACK_PATH = '/sign-in/callback';

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const LOGOUT_TOKEN_SECONDS = 300;
const CLOCK_SKEW_SECONDS = 30;
/** Of an access token whose provider does not say it. */
const ASSUMED_LIFETIME_SECONDS = 300;

/**
 * Null without OIDC_ISSUER. The provider is asked for its metadata when it is first needed: the portal starts without it.
 *
 * @throws SettingsError when the file of the client secret cannot be read
 */
export function createProvider(config: PortalConfig): Provider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET_FILE, OIDC_SCOPE, OIDC_TIMEOUT_MS, PUBLIC_URL } =
    config;
  if (!OIDC_ISSUER) return null;
  const secret = OIDC_CLIENT_SECRET_FILE && readSecret('OIDC_CLIENT_SECRET_FILE', OIDC_CLIENT_SECRET_FILE);
  const isLocal = isLoopback(new URL(OIDC_ISSUER).hostname);
  let known: Promise<oidc.Configuration> | null = null;
  let metadata: oidc.ServerMetadata | null = null;
  let keys: JWTVerifyGetKey | null = null;

  function discover(): Promise<oidc.Configuration> {
    known ??= oidc
      .discovery(
        new URL(OIDC_ISSUER),
        OIDC_CLIENT_ID,
        undefined,
        secret ? oidc.ClientSecretBasic(secret) : oidc.None(),
        {
          timeout: OIDC_TIMEOUT_MS / 1000,
          // Settings allow http on loopback only.
          execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])],
        },
      )
      .then((found) => {
        metadata = found.serverMetadata();
        return found;
      })
      .catch((cause: unknown) => {
        known = null;
        throw unavailable(cause);
      });
    return known;
  }

  return {
    async begin(returnTo, languages) {
      const found = await discover();
      const flow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        returnTo,
      };
      const url = oidc.buildAuthorizationUrl(found, {
        redirect_uri: PUBLIC_URL + CALLBACK_PATH,
        scope: OIDC_SCOPE,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        ui_locales: languages,
      });
      return { url, flow };
    },

    async finish(callback, { state, nonce, verifier }) {
      const found = await discover();
      const answer = await oidc
        .authorizationCodeGrant(found, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        .catch(rethrow);
      const claims = answer.claims()!;
      return {
        person: personOf(claims, config),
        tokens: tokensOf(answer, answer.id_token!, null),
        providerSession: typeof claims['sid'] === 'string' ? claims['sid'] : null,
      };
    },

    async refresh({ refresh, id }) {
      if (refresh === null) return null;
      const found = await discover();
      try {
        const answer = await oidc.refreshTokenGrant(found, refresh);
        return tokensOf(answer, answer.id_token ?? id, refresh);
      } catch (error) {
        if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return null;
        throw unavailable(error);
      }
    },

    async signOutUrl(idToken) {
      const found = await discover();
      if (!found.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(found, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${PUBLIC_URL}/`,
      });
    },

    async readLogoutToken(token) {
      const { issuer, jwks_uri: address } = (await discover()).serverMetadata();
      keys ??= createRemoteJWKSet(new URL(address!), { timeoutDuration: OIDC_TIMEOUT_MS });
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer,
        audience: OIDC_CLIENT_ID,
        maxTokenAge: LOGOUT_TOKEN_SECONDS,
        clockTolerance: CLOCK_SKEW_SECONDS,
        requiredClaims: ['iat', 'jti', 'events'],
      });
      const { events, sub, sid, iat, nonce } = payload;
      const type = protectedHeader.typ?.toLowerCase();
      const isLogout =
        (type === undefined || type === 'jwt' || type === 'logout+jwt') &&
        typeof events === 'object' &&
        events !== null &&
        LOGOUT_EVENT in events;
      // A nonce marks an ID token, which would name a session as well.
      if (!isLogout || nonce !== undefined || (sub === undefined && typeof sid !== 'string'))
        throw new Error('This is no logout token.');
      return {
        subject: sub ?? null,
        providerSession: typeof sid === 'string' ? sid : null,
        startedBefore: new Date((iat! + CLOCK_SKEW_SECONDS) * 1000),
      };
    },

    formOrigins() {
      const addresses = [OIDC_ISSUER, metadata?.end_session_endpoint].filter((one) => one !== undefined);
      return [...new Set(addresses.map((address) => new URL(address).origin))];
    },
  };
}

function tokensOf(
  answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  id: string,
  refresh: string | null,
): Tokens {
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? refresh,
    id,
    expiresAt: Date.now() + (answer.expiresIn() ?? ASSUMED_LIFETIME_SECONDS) * 1000,
  };
}

function unavailable(cause: unknown): PublicError {
  return new PublicError('ISSUER_UNAVAILABLE', 'The sign-in service does not answer. Try again later.', {
    cause,
  });
}

/** What the provider has refused stays as it is; anything else means that it does not answer. */
function rethrow(error: unknown): never {
  const code = (error as { code?: unknown }).code;
  const isAway =
    error instanceof TypeError ||
    code === 'OAUTH_TIMEOUT' ||
    (error as Error).name === 'TimeoutError' ||
    (error instanceof oidc.ResponseBodyError && error.status >= 500);
  throw isAway ? unavailable(error) : error;
}
