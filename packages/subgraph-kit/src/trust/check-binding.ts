import { PublicError } from '@yiwang/errors';
import { bodyDigest, PUBLIC_CLIENT, type VerifiedAssertion } from '@yiwang/identity';

/**
 * Checks that an assertion is for this request, before the request is read.
 *
 * @param body the bytes of the request's body
 * @throws PublicError UNAUTHENTICATED
 */
export function checkBody(assertion: VerifiedAssertion | null, body: Buffer): void {
  if (assertion === null || assertion.body === null || assertion.body === bodyDigest(body)) return;
  throw unauthenticated('The assertion is for another request.');
}

/**
 * Checks that an assertion that names no request grants nothing that is not open to everyone.
 *
 * @throws PublicError UNAUTHENTICATED
 */
export function checkUnbound(assertion: VerifiedAssertion | null, isMutation: boolean): void {
  if (assertion === null || assertion.body !== null) return;
  if (!isMutation && isForEveryone(assertion)) return;
  throw unauthenticated(
    'The assertion names no request: the gateway must bind it to the body that it sends (claim "body").',
  );
}

function isForEveryone({ client, user, department, scopes, purpose, reads }: VerifiedAssertion): boolean {
  return (
    client === PUBLIC_CLIENT.id &&
    user === null &&
    department === null &&
    purpose === null &&
    scopes.length === 0 &&
    reads.length === 0
  );
}

function unauthenticated(message: string): PublicError {
  return new PublicError('UNAUTHENTICATED', message);
}
