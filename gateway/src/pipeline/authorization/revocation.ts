import { PublicError } from '@yiwang/errors';
import type { Client, VerifiedToken } from '@yiwang/identity';
import type { GrantBook, HeldGrants } from './grants.ts';
import { callAt } from '../../util/call-at.ts';

/** With the time until the gateway learns of a revocation, access ends within a second. */
const CHECK_MS = 250;

/**
 * Notifies once when the client's access is revoked: its token has expired, its issuer is no longer trusted, or its grants changed.
 *
 * @returns stops watching
 */
export type OnRevoked = (listener: (reason: PublicError) => void) => () => void;

/**
 * @param signedIn null for an anonymous client
 * @param held the client's grants when it was authenticated
 */
export function revocationOf(
  { id }: Client,
  signedIn: VerifiedToken | null,
  { grants }: HeldGrants,
  book: GrantBook,
): OnRevoked {
  return (listener) => {
    if (!signedIn) return () => {};
    const before = JSON.stringify(grants);
    const check = () => {
      if (!signedIn.isStillTrusted())
        revoke(signInAgain('The issuer of the token is no longer trusted, or its settings changed.'));
      else if (grants.length > 0 && JSON.stringify(book.heldBy(id).grants) !== before) revoke(otherGrants());
    };
    const timer = setInterval(check, CHECK_MS).unref();
    const stopWaiting = callAt(signedIn.expiresAt, () => revoke(signInAgain('The token has expired.')));

    function stop(): void {
      clearInterval(timer);
      stopWaiting();
    }
    function revoke(reason: PublicError): void {
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
  return new PublicError('SUBSCRIPTION_INTERRUPTED', 'The grants of this client changed. Subscribe again.');
}

type Answers = AsyncIterator<string, undefined>;

/** Ends answers with an error that names the reason when the client's access is revoked. */
export function endOnRevocation(answers: Answers, onRevoked: OnRevoked): Answers {
  let reason: PublicError | null = null;
  const stop = onRevoked((why) => {
    reason = why;
    answers.return?.().catch(() => {});
  });

  return {
    async next() {
      const step = await answers.next();
      if (step.done) stop();
      // An answer that came at the same moment is not sent.
      if (reason) throw reason;
      return step;
    },
    async return() {
      stop();
      await answers.return?.();
      return { done: true, value: undefined };
    },
  };
}
