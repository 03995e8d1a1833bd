import type { Limits } from '../limits/create-limits.ts';
import type { Identified, Stages } from '../pipeline.ts';

/** Stage 2 of 5. Refuses a caller who has asked for too much of late; whatever is sent counts, also what is wrong. */
export function createAdmit({ policies, rates }: Pick<Limits, 'policies' | 'rates'>): Stages['admit'] {
  return async function admit(request: Identified): Promise<Identified> {
    await rates.countRequest(request, policies.of(request.client).rate);
    return request;
  };
}
