import { PublicError } from '@yiwang/errors';
import { CHANGES_PATH, CHANGES_SCOPE } from '@yiwang/identity';
import { createEventStreams } from '@yiwang/service/http';
import type { FastifyInstance } from 'fastify';
import { createIdentifyStreamed } from '../materials/identify-streamed.ts';
import { UNSIGNED_CALLER } from '../trust/caller.ts';
import type { Identify } from '../trust/identify.ts';
import type { ReplayMemory } from '../trust/replay-memory.ts';
import type { AnnouncedChanges } from './announced-changes.ts';

/** Adds the route by which gateways hear of changes, so that they keep no answer that has become outdated. */
export function addChangeRoute(
  server: FastifyInstance,
  changes: AnnouncedChanges,
  identify: Identify,
  replays: ReplayMemory,
): void {
  const identifyStreamed = createIdentifyStreamed(identify, replays);
  const streams = createEventStreams(server);
  server.get(CHANGES_PATH, async (request, reply) => {
    const { caller } = await identifyStreamed(request);
    // That a row has changed says that it is there: nobody is told but a gateway on its own account.
    if (caller !== UNSIGNED_CALLER && !caller.scopes.includes(CHANGES_SCOPE)) {
      throw new PublicError('FORBIDDEN', 'Only gateways are told what has changed.');
    }
    if (!(await changes.areAnnounced())) {
      throw new PublicError('NOT_FOUND', 'This department announces no changes.');
    }
    return streams.send(reply, await changes.follow());
  });
}
