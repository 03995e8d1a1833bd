import type { AskOptions, Client } from '@yiwang/client';
import { type Asker, askerHeaders } from '../gateway/gateway.ts';

/**
 * Asks the one schema for one request of a page, in the name of whoever sent it. All of it ends when the reader goes away.
 *
 * @param shared one for all requests: it knows which documents the gateway has, and sends their hashes only
 */
export function graphOf(shared: Client, asker: Asker, leave: AbortSignal): Client {
  const own = ({ signal, headers, ...rest }: AskOptions = {}): AskOptions => ({
    ...rest,
    headers: { ...headers, ...askerHeaders(asker) },
    signal: signal ? AbortSignal.any([signal, leave]) : leave,
  });
  return {
    query: (document, variables, options) => shared.query(document, variables, own(options)),
    mutate: (document, variables, options) => shared.mutate(document, variables, own(options)),
    stream: (document, variables, options) => shared.stream(document, variables, own(options)),
    subscribe: (document, variables, options) => shared.subscribe(document, variables, own(options)),
  };
}
