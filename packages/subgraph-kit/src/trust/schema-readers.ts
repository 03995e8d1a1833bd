import { PublicError } from '@yiwang/errors';
import { contents, IdentityError, verifyCredential } from '@yiwang/identity';
import type { GatewayKeys } from './gateway-keys.ts';

/** Header of a request for `_service` that no gateway has signed. */
export const CREDENTIAL_HEADER = 'yiwang-credential';

/** Whether the sender of a request may read the schema by its credential. */
export type ReadsSchema = (credential: string) => Promise<boolean>;

/**
 * @param department its name in the graph
 * @param keys keys whose credentials may read the schema; null when everyone may
 * @returns null when everyone may read the schema; the function throws PublicError UNAUTHENTICATED for an invalid credential
 */
export function createReadsSchema(department: string, keys: GatewayKeys | null): ReadsSchema | null {
  if (keys === null) return null;
  const claim = { action: 'schema', digest: contents.schema(department) };
  return async (credential) => {
    try {
      await verifyCredential(credential, claim, (kid) => keys.find(kid));
      return true;
    } catch (cause) {
      if (!(cause instanceof IdentityError)) throw cause;
      throw new PublicError('UNAUTHENTICATED', cause.message, { cause });
    }
  };
}
