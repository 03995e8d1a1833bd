import type { JWTPayload } from 'jose';
import { type Client, PUBLIC_CLIENT } from './client.ts';
import { IdentityError } from './identity-error.ts';
import type { Issuer } from './issuer.ts';
import { isPlainText } from './plain-text.ts';

/**
 * Who asks, as the claims of a token say whose signature holds.
 *
 * @throws IdentityError when a claim is not what it must be
 */
export function clientOf(payload: JWTPayload, { claims }: Pick<Issuer, 'claims'>): Client {
  const id = claims.client
    ? nameAt(payload, claims.client)
    : (nameAt(payload, 'azp') ?? nameAt(payload, 'client_id') ?? nameAt(payload, 'sub'));
  if (id === null) throw new IdentityError('The token does not name its client (azp, client_id or sub).');
  if (id === PUBLIC_CLIENT.id || id.startsWith(`${PUBLIC_CLIENT.id}:`)) {
    throw new IdentityError(`No client that signs in is called ${id}: it stands for who did not.`);
  }
  const subject = nameAt(payload, 'sub');
  return {
    id,
    user: subject === id ? null : subject,
    department: nameAt(payload, claims.department),
    scopes: claims.scopes
      ? scopesAt(payload, claims.scopes)
      : scopesAt(payload, payload['scope'] === undefined ? 'scp' : 'scope'),
  };
}

function nameAt(payload: JWTPayload, claim: string): string | null {
  const value = valueAt(payload, claim);
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && isPlainText(value)) return value;
  throw new IdentityError(`The claim ${claim} of the token must be a text of 1 to 200 characters.`);
}

function scopesAt(payload: JWTPayload, claim: string): readonly string[] {
  const value = valueAt(payload, claim) ?? [];
  const scopes = typeof value === 'string' ? value.split(' ').filter(Boolean) : value;
  if (!Array.isArray(scopes) || !scopes.every((scope) => typeof scope === 'string' && isPlainText(scope))) {
    throw new IdentityError(`The claim ${claim} of the token must be scopes: a text or a list of texts.`);
  }
  return [...new Set(scopes as string[])].sort();
}

/** Names hold dots themselves (`https://provider.example/department`): a claim of the whole name comes first. */
function valueAt(payload: JWTPayload, claim: string): unknown {
  if (Object.hasOwn(payload, claim)) return payload[claim];
  let value: unknown = payload;
  for (const part of claim.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
