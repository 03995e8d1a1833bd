import { isLoopback, settings, telemetrySettings } from '@yiwang/service/settings';
import { z } from 'zod';

/** A setting that is a whole number. */
const count = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

/** Http only where nobody else is on the way. */
const isSafeUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
};
const SAFE_URL = 'must be an https address; http is allowed on loopback only';

/** Every setting of the portal, read from the environment. */
export const portalSettings = z.object({
  PORT: settings.port(4080),
  HOST: settings.host(),
  DRAIN_MS: settings.drainMs(),
  PUBLIC_URL: z
    .string({ error: `Required: it ${SAFE_URL}` })
    .refine((text) => isSafeUrl(text) && new URL(text).href === `${new URL(text).origin}/`, {
      error: `${SAFE_URL}, without a path`,
    })
    .transform((text) => new URL(text).origin)
    .describe(
      'Address of the portal as browsers reach it, such as https://portal.example. Cookies, return addresses and the check of where forms come from depend on it; with https, cookies are Secure and browsers are told to stay with https.',
    ),
  GATEWAY_URL: z
    .url({ protocol: /^https?$/, error: 'must be the GraphQL address of the gateway' })
    .describe('GraphQL address of the gateway, such as http://127.0.0.1:4000/graphql.'),
  PAGES: z
    .string()
    .default('')
    .describe(
      'Folder of the pages, as `react-router build` writes it: `client` and `server`. Without the setting, `dist` of the package.',
    ),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL of the portal’s own database' })
    .describe('The portal’s own PostgreSQL database: postgres://user:password@host:port/name.'),
  DATABASE_PASSWORD_FILE: settings.databasePasswordFile(),
  DATABASE_CONNECTIONS: settings.databaseConnections(),
  STATEMENT_TIMEOUT_MS: settings.statementTimeoutMs(),
  LOCK_TIMEOUT_MS: settings.lockTimeoutMs(),
  IDLE_IN_TRANSACTION_TIMEOUT_MS: settings.idleInTransactionTimeoutMs(),
  OIDC_ISSUER: z
    .string()
    .default('')
    .refine((text) => text === '' || isSafeUrl(text), { error: SAFE_URL })
    .describe(
      'Issuer of the OpenID Connect provider that signs people in; its metadata is at /.well-known/openid-configuration below it. If it is not set, signing in is off, and the pages say so. The gateway must accept its access tokens (ISSUERS).',
    ),
  OIDC_CLIENT_ID: z
    .string()
    .default('portal')
    .describe(
      'Client id of the portal at the provider, with the redirect address PUBLIC_URL/sign-in/callback.',
    ),
  OIDC_CLIENT_SECRET_FILE: z
    .string()
    .default('')
    .describe(
      'File with the client secret. It is read at the start. Without it the portal is a public client.',
    ),
  OIDC_SCOPE: z
    .string()
    .default('openid profile')
    .refine((text) => text.split(' ').includes('openid'), { error: 'must hold openid' })
    .describe(
      'Scopes that the portal asks the provider for, with blanks between them. Some providers give a refresh token only with offline_access.',
    ),
  OIDC_DEPARTMENT_CLAIM: z
    .string()
    .default('department')
    .describe('Claim of the ID token with the department of an official, or a path to it with dots.'),
  OIDC_SCOPES_CLAIM: z
    .string()
    .default('scope')
    .describe(
      'Claim of the ID token with what a person may do, or a path to it with dots: a list, or a text with blanks. Pages show by it what they offer; the gateway decides by the access token.',
    ),
  OIDC_TIMEOUT_MS: count(5_000, 100, 60_000).describe('Milliseconds in which the provider must answer.'),
  SESSION_KEY_FILE: z
    .string({ error: 'Required: a file with a key of 32 random bytes in base64url' })
    .describe(
      'File with the keys that encrypt sessions, each 32 random bytes in base64url on a line of its own. The first encrypts, all decrypt, so that a key can be replaced. It is read again when it changes.',
    ),
  SESSION_IDLE_MINUTES: count(30, 1, 1_440).describe('Minutes without a request after which a session ends.'),
  SESSION_HOURS: count(12, 1, 168).describe('Hours after which a session ends in any case.'),
  BODY_LIMIT_BYTES: settings.bodyLimitBytes(),
  REQUEST_TIMEOUT_MS: count(30_000, 100, 600_000).describe(
    'Milliseconds in which a request must have arrived with its body. Uploads of files may take longer.',
  ),
  GATEWAY_TIMEOUT_MS: count(60_000, 1_000, 600_000).describe(
    'Milliseconds without a byte of the gateway’s answer, after which it is given up.',
  ),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .describe(
      'Addresses or networks, with commas between them, of the proxies whose x-forwarded-for the portal trusts. The portal tells the gateway the client address in x-forwarded-for: name the portal’s address in TRUSTED_PROXIES of the gateway.',
    ),
  ...telemetrySettings,
  LOG_LEVEL: settings.logLevel(),
});

export type PortalConfig = z.infer<typeof portalSettings>;
