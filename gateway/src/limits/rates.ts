import { PublicError } from '@yiwang/errors';
import { PUBLIC_CLIENT } from '@yiwang/identity';
import type { Identified } from '../pipeline.ts';
import { type Counters, secondsOf, type Used, WINDOW_SECONDS } from './counter.ts';

type Asking = Pick<Identified, 'client' | 'address' | 'answerHeaders'>;

/** What clients use up in a minute. */
export interface Rates {
  /**
   * Counts an operation, and tells in the headers of the answer what is left.
   *
   * @param limit 0 for none
   * @throws PublicError RATE_LIMITED
   */
  countRequest(request: Asking, limit: number): Promise<void>;
  /** As `countRequest`, for what the operation costs; without headers unless it is refused. */
  countCost(request: Asking, cost: number, limit: number): Promise<void>;
}

export function createRates(counters: Counters): Rates {
  const requests = counters.counter('requests');
  const costs = counters.counter('cost');
  return {
    async countRequest(request, limit) {
      if (limit === 0) return;
      const used = await requests.add(whoAsks(request), 1, limit);
      tell(request.answerHeaders, 'requests', limit, used);
      if (!used.isWithin) refuse(request, used, `${limit} operations`, { limit });
    },
    async countCost(request, cost, limit) {
      if (limit === 0 || cost === 0) return;
      const used = await costs.add(whoAsks(request), cost, limit);
      if (used.isWithin) return;
      tell(request.answerHeaders, 'cost', limit, used);
      refuse(request, used, `operations that cost ${limit} together`, { limit, cost });
    },
  };
}

/** The public is counted by where it asks from. */
function whoAsks({ client, address }: Asking): string {
  return client.id === PUBLIC_CLIENT.id ? `address:${address}` : `client:${client.id}`;
}

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers, and the three of its earlier versions, which more clients read.
 *
 * @param policy its name
 */
function tell(headers: Record<string, string>, policy: string, limit: number, used: Used): void {
  const seconds = secondsOf(used);
  headers['ratelimit-limit'] = String(limit);
  headers['ratelimit-remaining'] = String(used.remaining);
  headers['ratelimit-reset'] = String(seconds);
  headers['ratelimit-policy'] = `"${policy}";q=${limit};w=${WINDOW_SECONDS}`;
  headers['ratelimit'] = `"${policy}";r=${used.remaining};t=${seconds}`;
}

function refuse({ client, answerHeaders }: Asking, used: Used, what: string, details: object): never {
  const seconds = secondsOf(used);
  answerHeaders['retry-after'] = String(seconds);
  const who = client.id === PUBLIC_CLIENT.id ? 'Without signing in, an address' : `The client ${client.id}`;
  throw new PublicError(
    'RATE_LIMITED',
    `${who} may send ${what} in ${WINDOW_SECONDS} seconds. Try again in ${seconds} seconds.`,
    { details: { ...details, retryAfterSeconds: seconds } },
  );
}
