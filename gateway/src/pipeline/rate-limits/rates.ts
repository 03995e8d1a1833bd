import { PublicError } from '@yiwang/errors';
import { PUBLIC_CLIENT } from '@yiwang/identity';
import type { ClientPolicies } from '../client-policies/client-policies.ts';
import type { Identified } from '../request/request.ts';
import type { ResponseHeaders } from '../request/response-headers.ts';
import { type Counters, secondsOf, type Used } from './counter.ts';

type Asking = Pick<Identified, 'client' | 'address' | 'answerHeaders'>;

/** Counts what clients consume. */
export interface Rates {
  /**
   * Counts an operation, and sets the headers that report what is left.
   *
   * @param limit 0 for none
   * @throws PublicError RATE_LIMITED
   */
  countRequest(request: Asking, limit: number): Promise<void>;
  /** Like `countRequest`, for the cost of the operation; sets headers only when it is refused. */
  countCost(request: Asking, cost: number, limit: number): Promise<void>;
}

export function createRates(counters: Counters): Rates {
  const requests = counters.counter('requests');
  const costs = counters.counter('cost');
  const { burstSeconds } = counters;

  /**
   * Sets the fields of draft-ietf-httpapi-ratelimit-headers, and the three of its earlier versions, which more clients read. The
   * quota is what a client may use at once, the window the time in which it regains that; the reset is the time until all of it is back, or
   * the next one when nothing is left.
   *
   * @param policy its name
   */
  function setHeaders(headers: ResponseHeaders, policy: string, limit: number, used: Used): void {
    const seconds = secondsOf(used);
    const quota = counters.capacityOf(limit);
    headers['ratelimit-limit'] = String(quota);
    headers['ratelimit-remaining'] = String(used.remaining);
    headers['ratelimit-reset'] = String(seconds);
    headers['ratelimit-policy'] = `"${policy}";q=${quota};w=${burstSeconds}`;
    headers['ratelimit'] = `"${policy}";r=${used.remaining};t=${seconds}`;
  }

  return {
    async countRequest(request, limit) {
      if (limit === 0) return;
      const counted = requests.add(keyOf(request), 1, limit);
      const used = counted instanceof Promise ? await counted : counted;
      setHeaders(request.answerHeaders, 'requests', limit, used);
      if (!used.isWithin) refuse(request, used, `${limit} operations`, { limit });
    },
    async countCost(request, cost, limit) {
      if (limit === 0 || cost === 0) return;
      const used = await costs.add(keyOf(request), cost, limit);
      if (used.isWithin) return;
      setHeaders(request.answerHeaders, 'cost', limit, used);
      refuse(request, used, `operations that cost ${limit} together`, { limit, cost });
    },
  };
}

/** Anonymous clients are counted by address. */
function keyOf({ client, address }: Asking): string {
  return client.id === PUBLIC_CLIENT.id ? `address:${address}` : `client:${client.id}`;
}

function refuse({ client, answerHeaders }: Asking, used: Used, what: string, details: object): never {
  const seconds = secondsOf(used);
  answerHeaders['retry-after'] = String(seconds);
  const who = client.id === PUBLIC_CLIENT.id ? 'An address without signing in' : `The client ${client.id}`;
  throw new PublicError(
    'RATE_LIMITED',
    `${who} may send ${what} each minute. Try again in ${seconds} seconds.`,
    { details: { ...details, retryAfterSeconds: seconds } },
  );
}

/** Makes the stage that refuses clients beyond their rate. Every request counts, also an invalid one. */
export function createLimitRate({ policies, rates }: { policies: ClientPolicies; rates: Rates }) {
  return async function limitRate(request: Identified): Promise<void> {
    await rates.countRequest(request, policies.of(request.client).rate);
  };
}
