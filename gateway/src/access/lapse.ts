import { PublicError } from '@yiwang/errors';
import type { Client, VerifiedToken } from '@yiwang/identity';
import type { GrantBook, HeldGrants } from '../grants/grant-book.ts';
import { callAt } from './call-at.ts';

/** With the time until a gateway learns of it, what is revoked ends within a second. */
const CHECK_MS = 250;

/**
 * Calls back once when what was found out about a caller holds no longer.
 *
 * @returns ends the waiting
 */
export type OnLapse = (listener: (reason: PublicError) => void) => () => void;

/**
 * @param signedIn null for whoever did not sign in
 * @param held of the client, when it was found out who asks
 */
export function lapseOf(
  { id }: Client,
  signedIn: VerifiedToken | null,
  { grants }: HeldGrants,
  book: GrantBook,
): OnLapse {
  return (listener) => {
    if (!signedIn) return () => {};
    const known = JSON.stringify(grants);
    const check = () => {
      if (!signedIn.isStillTrusted()) lapse(signInAgain('The issuer of the token is not trusted as it was.'));
      else if (grants.length > 0 && JSON.stringify(book.heldBy(id).grants) !== known) lapse(otherGrants());
    };
    const timer = setInterval(check, CHECK_MS).unref();
    const stopWaiting = callAt(signedIn.expiresAt, () => lapse(signInAgain('The token has expired.')));

    function stop(): void {
      clearInterval(timer);
      stopWaiting();
    }
    function lapse(reason: PublicError): void {
      stop();
      listener(reason);
    }
    return stop;
  };
}

function signInAgain(message: string): PublicError {
  return new PublicError('UNAUTHENTICATED', message);
}

function otherGrants(): PublicError {
  return new PublicError('SUBSCRIPTION_INTERRUPTED', 'Other grants are in force now. Subscribe again.');
}
