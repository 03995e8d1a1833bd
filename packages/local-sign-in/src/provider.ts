import { randomBytes } from 'node:crypto';
import { Provider, type Configuration, type JWK } from 'oidc-provider';
import { errorPage, signedOutPage, signOutPage } from './pages.ts';
import { type LocalPerson, personOf } from './people.ts';

export interface ProviderOptions {
  /** `iss`; its own address. */
  issuer: string;
  portal: string;
  clientSecret: string;
  /** Private, with its kid. */
  key: JWK;
  accessTokenSeconds: number;
}

/** The gateway's audience, and what stands for it where the protocol wants an address. */
const AUDIENCE = 'yiwang';
const RESOURCE = 'urn:yiwang:graph';
const ALGORITHM = 'EdDSA';
const SESSION_SECONDS = 12 * 60 * 60;

/** Every page of ours: no scripts, and forms lead to the provider and then to the portal. */
export function policyOf(portal: string): string {
  return `default-src 'none'; style-src 'self'; form-action 'self' ${portal}; base-uri 'none'; frame-ancestors 'none'`;
}

/** An OpenID provider for one client, the portal, whose sessions end with the process. */
export function createProvider({
  issuer,
  portal,
  clientSecret,
  key,
  accessTokenSeconds,
}: ProviderOptions): Provider {
  const show = (
    ctx: { type: string; body: unknown; set(name: string, value: string): void },
    html: string,
  ) => {
    ctx.type = 'html';
    ctx.set('content-security-policy', policyOf(portal));
    ctx.body = html;
  };
  const configuration: Configuration = {
    clients: [
      {
        client_id: 'portal',
        client_secret: clientSecret,
        redirect_uris: [`${portal}/sign-in/callback`],
        post_logout_redirect_uris: [`${portal}/`],
        backchannel_logout_uri: `${portal}/sign-out/backchannel`,
        backchannel_logout_session_required: true,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        id_token_signed_response_alg: ALGORITHM,
        subject_type: 'pairwise',
      },
    ],
    jwks: { keys: [{ ...key, alg: ALGORITHM, use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')], names: { session: 'local-sign-in' } },
    responseTypes: ['code'],
    pkce: { required: () => true },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'department', 'scope'] },
    conformIdTokenClaims: false,
    // Officials of two departments may be called alike; here they are two accounts.
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, account) => found(account).user,
    findAccount: (_ctx, account) => {
      const person = personOf(account);
      return person && { accountId: account, claims: () => claimsOf(person) };
    },
    loadExistingGrant: async (ctx) => {
      // Whoever chose a person has agreed.
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId!,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    ttl: {
      AccessToken: accessTokenSeconds,
      Grant: SESSION_SECONDS,
      IdToken: SESSION_SECONDS,
      Interaction: 60 * 60,
      RefreshToken: SESSION_SECONDS,
      Session: SESSION_SECONDS,
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: async (ctx) => show(ctx, signedOutPage(portal)),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenTTL: accessTokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: ALGORITHM } },
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (_ctx, token, { payload }) => {
          // The client that grants name, and the rights of the person: what a gateway reads of a token.
          const person = found((token as { accountId?: string }).accountId!);
          const { client, department, scopes } = person;
          Object.assign(payload, {
            azp: client,
            ...(department !== null && { department }),
            ...(scopes.length > 0 && { scope: scopes.join(' ') }),
          });
        },
      },
    },
    // The provider asks no address but the portal's, which its own dispatcher would refuse: it is on this machine.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
    renderError: (ctx, { error, error_description: description }) =>
      show(ctx, errorPage(description ?? error, portal)),
  };
  return new Provider(issuer, configuration);
}

function claimsOf(person: LocalPerson): { sub: string; [claim: string]: unknown } {
  const { key, name, department, scopes } = person;
  return { sub: key, name, ...(department !== null && { department }), scope: scopes.join(' ') };
}

function found(account: string): LocalPerson {
  const person = personOf(account);
  if (!person) throw new Error('There is no such person.');
  return person;
}
