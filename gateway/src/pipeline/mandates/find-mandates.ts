import { PublicError } from '@yiwang/errors';
import { type HeldMandates, MANDATES_MAX_AGE_MS, type MandateSource } from '../authorization/mandates.ts';
import type { OnRevoked } from '../authorization/revocation.ts';
import type { Identified } from '../request/request.ts';

/**
 * Makes the stage that finds out for whom a signed-in person acts. Only operations to which that makes a difference wait for it:
 * mutations, and reads of what `@ownData` opens.
 *
 * @param source null where no department owns mandates
 * @param maxUnknownMs how long a subscription goes on while mandates cannot be read
 */
export function createFindMandates(source: MandateSource | null, maxUnknownMs: number) {
  return function findMandates<Request extends Identified>(
    request: Request,
    usesMandates: (request: Request) => boolean,
  ): Request | Promise<Request> {
    const { client, actBy } = request;
    const { user } = client;
    if (source === null || user === null || actBy === undefined || !usesMandates(request)) return request;
    return source.heldBy(user).then((held) => {
      actBy(held);
      return { ...request, onRevoked: withMandates(request.onRevoked, () => source.heldBy(user), held) };
    });
  };

  /** Notifies also when the person's mandates change, or cannot be read for too long. */
  function withMandates(
    onRevoked: OnRevoked,
    ask: () => Promise<HeldMandates>,
    { mandates }: HeldMandates,
  ): OnRevoked {
    const before = JSON.stringify(mandates);
    return (listener) => {
      let isOver = false;
      let knownAt = performance.now();
      const stopOthers = onRevoked(revoke);
      const timer = setInterval(() => void check(), MANDATES_MAX_AGE_MS).unref();
      return stop;

      async function check(): Promise<void> {
        const held = await ask();
        if (isOver) return;
        if (held.areKnown) knownAt = performance.now();
        if (
          held.areKnown
            ? JSON.stringify(held.mandates) !== before
            : performance.now() - knownAt > maxUnknownMs
        ) {
          revoke(
            new PublicError(
              'SUBSCRIPTION_INTERRUPTED',
              'The mandates of this person changed. Subscribe again.',
            ),
          );
        }
      }
      function stop(): void {
        isOver = true;
        clearInterval(timer);
        stopOthers();
      }
      function revoke(reason: PublicError): void {
        if (isOver) return;
        stop();
        listener(reason);
      }
    };
  }
}
