import { isLoopback, settings } from '@yiwang/service/settings';
import { z } from 'zod';

const localUrl = (error: string) =>
  z
    .string({ error })
    .refine((text) => URL.canParse(text) && isLoopback(new URL(text).hostname), {
      error: 'must be an address of this machine',
    })
    .transform((text) => new URL(text).origin);

/** Every setting of the provider for local work. The launcher sets them. */
export const localSignInSettings = z.object({
  NODE_ENV: z
    .string()
    .default('')
    .refine((mode) => mode !== 'production', {
      error: 'is production, where nobody signs in as whoever they like: name a real provider to the portal',
    })
    .describe('With production, the provider does not start.'),
  PORT: settings.port(4081),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((host) => isLoopback(host), {
      error: 'must be a loopback address: whoever reaches this provider signs in as whoever they like',
    })
    .describe('Address to listen on; of this machine only.'),
  PORTAL_URL: localUrl('Required: the address of the portal').describe(
    'Address of the portal, which alone is a client.',
  ),
  SIGN_IN_KEY: z
    .string({ error: 'Required: a file with a private key' })
    .describe('File with the private key that signs tokens, a JSON Web Key (Ed25519).'),
  CLIENT_SECRET_FILE: z
    .string({ error: 'Required: a file with the client secret of the portal' })
    .describe('File with the client secret of the portal.'),
  ACCESS_TOKEN_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_600)
    .default(300)
    .describe('Seconds for which an access token is good.'),
  LOG_LEVEL: settings.logLevel(),
});

export type LocalSignInSettings = z.infer<typeof localSignInSettings>;
