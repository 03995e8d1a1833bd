import { PublicError } from '@yiwang/errors';
import { type Client, signClientToken } from '@yiwang/identity';
import { z } from 'zod';
import type { LocalSystem } from './local-system.ts';

const LIFETIME_SECONDS = 8 * 3600;

/** The client as which the developer wants to sign in. */
const REQUEST = z.strictObject({
  client: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  department: z.string().nullable(),
  scopes: z.array(z.string().regex(/^[a-z]+:?[a-z]*$/)).max(20),
});

/** Headers for the playground's editor: token and purpose. */
export interface SignedIn {
  headers: Record<string, string>;
}

/**
 * Signs a token of the built-in issuer.
 *
 * @throws PublicError BAD_REQUEST
 */
export async function signToken({ issuerKey, departments }: LocalSystem, body: unknown): Promise<SignedIn> {
  const { data: asked } = REQUEST.safeParse(body);
  if (!asked || (asked.department !== null && !departments.some(({ name }) => name === asked.department))) {
    throw new PublicError(
      'BAD_REQUEST',
      'Send a JSON object with client, department (one of this system, or null) and scopes.',
    );
  }
  const { client: id, department, scopes } = asked;
  const client: Client = { id, user: null, department, scopes };
  const token = await signClientToken(issuerKey, client, LIFETIME_SECONDS);
  return {
    headers: {
      authorization: `Bearer ${token}`,
      'purpose-basis': encodeURIComponent('本机开发 local work'),
      'purpose-case': 'LOCAL-1',
      'purpose-requester': id,
    },
  };
}
