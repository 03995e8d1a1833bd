import { PublicError } from '@yiwang/errors';
import type { PrivateKey } from '@yiwang/identity';
import type { RegistryOptions } from './registry.ts';

/** @throws PublicError REGISTRY_NOT_CONFIGURED when there is none */
export function requireSigningKey({ signingKey }: Pick<RegistryOptions, 'signingKey'>): PrivateKey {
  if (signingKey) return signingKey;
  throw new PublicError(
    'REGISTRY_NOT_CONFIGURED',
    'The registry has no key to sign supergraphs with: its operator must set REGISTRY_SIGNING_KEY.',
  );
}
