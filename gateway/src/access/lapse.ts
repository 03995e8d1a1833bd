import { PublicError } from '@yiwang/errors';
import type { Client } from '@yiwang/identity';
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

/** @param held of the client, when it was found out who asks */
export function lapseOf(
  { id }: Client,
  signedInUntil: Date | null,
  { grants }: HeldGrants,
  book: GrantBook,
): OnLapse {
  return (listener) => {
    const waiting: (() => void)[] = [];
    const stop = () => {
      for (const end of waiting.splice(0)) end();
    };
    const lapse = (reason: PublicError) => {
      stop();
      listener(reason);
    };
    if (signedInUntil) {
      waiting.push(
        callAt(signedInUntil, () => lapse(new PublicError('UNAUTHENTICATED', 'The token has expired.'))),
      );
    }
    if (grants.length > 0) {
      const known = JSON.stringify(grants);
      const check = () => {
        if (JSON.stringify(book.heldBy(id).grants) !== known) lapse(otherGrants());
      };
      const timer = setInterval(check, CHECK_MS).unref();
      waiting.push(() => clearInterval(timer));
    }
    return stop;
  };
}

function otherGrants(): PublicError {
  return new PublicError('SUBSCRIPTION_INTERRUPTED', 'Other grants are in force now. Subscribe again.');
}
