import { PublicError } from '@yiwang/errors';
import { ASSERTION_HEADER, PUBLIC_CLIENT, streamBinding, type VerifiedAssertion } from '@yiwang/identity';
import type { FastifyRequest } from 'fastify';
import { UNSIGNED_CALLER } from '../trust/caller.ts';
import { checkBody, checkUnbound } from '../trust/check-binding.ts';
import type { Identify, Principal } from '../trust/identify.ts';
import type { ReplayMemory } from '../trust/replay-memory.ts';

/**
 * Makes the function that finds out who sent a request whose body is streamed. Its assertion is bound to method, path and offset, and
 * serves once.
 */
export function createIdentifyStreamed(identify: Identify, replays: ReplayMemory) {
  /** @throws PublicError UNAUTHENTICATED */
  return async function identifyStreamed({ method, url, headers }: FastifyRequest): Promise<Principal> {
    const principal = await identify(headers[ASSERTION_HEADER] as string | undefined);
    const { assertion, caller } = principal;
    if (assertion === null) {
      if (caller === UNSIGNED_CALLER) return principal;
      throw new PublicError('UNAUTHENTICATED', 'Files are sent and read through a gateway.');
    }
    const offset = headers['upload-offset'];
    const binding = streamBinding({
      method,
      path: url.split('?')[0]!,
      offset: typeof offset === 'string' ? offset : null,
    });
    checkBody(assertion, Buffer.from(binding));
    checkUnbound(assertion, true);
    await useOnce(assertion);
    if (caller.client === PUBLIC_CLIENT.id)
      throw new PublicError('UNAUTHENTICATED', 'Sign in to send and read files.');
    return principal;
  };

  async function useOnce(assertion: VerifiedAssertion): Promise<void> {
    if (await replays.use(assertion, true)) return;
    throw new PublicError(
      'UNAUTHENTICATED',
      'The assertion was used before: a gateway signs another one for each request.',
    );
  }
}
