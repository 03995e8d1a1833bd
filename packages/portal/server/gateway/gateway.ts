import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { PublicError } from '@yiwang/errors';
import { currentSpan } from '@yiwang/service/telemetry';
import { Agent, type Dispatcher } from 'undici';
import type { PortalConfig } from '../config.ts';

export interface GatewayRequest {
  method: Dispatcher.HttpMethod;
  /** Path and query at the gateway. */
  path: string;
  headers: Record<string, string>;
  body: Buffer | Readable | null;
  signal: AbortSignal;
}

/** The one server that the portal asks for others. */
export interface Gateway extends AsyncDisposable {
  /** Of its GraphQL. */
  url: string;
  /**
   * Resolves when the answer begins.
   *
   * @throws PublicError DEPARTMENT_UNAVAILABLE when there is none
   */
  send(request: GatewayRequest): Promise<Dispatcher.ResponseData>;
}

/** What the gateway must know of who asks. */
export interface Asker {
  /** Access token; null for nobody. */
  token: string | null;
  /** Client address; empty when the connection is closed. */
  address: string;
  /** Header of the request's span; null while there are no traces. Never what the client sent. */
  traceparent: string | null;
}

/** Returns what the gateway must know of the request that is answered now. */
export function askerOf(token: string | undefined, address: string): Asker {
  return { token: token ?? null, address, traceparent: currentSpan()?.traceparent ?? null };
}

export function createGateway({
  GATEWAY_URL,
  GATEWAY_TIMEOUT_MS,
}: Pick<PortalConfig, 'GATEWAY_URL' | 'GATEWAY_TIMEOUT_MS'>): Gateway {
  const { origin } = new URL(GATEWAY_URL);
  const agent = new Agent({ headersTimeout: GATEWAY_TIMEOUT_MS, bodyTimeout: GATEWAY_TIMEOUT_MS });
  return {
    url: GATEWAY_URL,
    async send(request) {
      try {
        return await agent.request({ origin, ...request });
      } catch (cause) {
        throw new PublicError(
          'DEPARTMENT_UNAVAILABLE',
          'The data service does not answer. Try again later.',
          {
            cause,
          },
        );
      }
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  };
}

/** Never what the client sent under these names: it could sign in as another client, or pass for another address. */
export function askerHeaders({ token, address, traceparent }: Asker): Record<string, string> {
  return {
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(address && { 'x-forwarded-for': address }),
    ...(traceparent !== null && { traceparent }),
  };
}

/** Those of the headers that are named and there. */
export function pickHeaders(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (typeof value === 'string') picked[name] = value;
  }
  return picked;
}
