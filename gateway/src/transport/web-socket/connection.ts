import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { PublicError } from '@yiwang/errors';
import { CloseCode } from 'graphql-ws';
import { callAt } from '../../util/call-at.ts';

/** Headers that `connection_init` may hold in its payload, because a browser cannot send headers with a WebSocket. */
const ACCEPTED: ReadonlySet<string> = new Set([
  'authorization',
  'purpose-basis',
  'purpose-case',
  'purpose-requester',
]);

const TRY_AGAIN_LATER = 1013;
/** Bytes of the reason in a closing frame. */
const MAX_REASON = 120;

/** The state of one WebSocket connection. */
export interface Connection {
  /** Headers of each of its operations, as of a request. */
  readonly headers: IncomingHttpHeaders;
  /** Client address, used for rate limiting. */
  readonly address: string;
  /** Address of the connection: that of the client, or of a proxy. */
  readonly peer: string | undefined;

  /**
   * Accepts token and purpose from `connection_init`, in the form of headers.
   *
   * @throws PublicError BAD_REQUEST
   */
  take(params: Readonly<Record<string, unknown>> | undefined): void;

  /** Closes the connection with an error. */
  refuse(error: PublicError): void;

  /** Closes the connection at this moment instead of an earlier one; null for never. */
  endAt(moment: Date | null): void;
}

export function createConnection(
  { headers: given, socket: { remoteAddress } }: IncomingMessage,
  address: string,
  close: (code: number, reason: string) => void,
): Connection {
  let headers = given;
  let stopWaiting = () => {};

  return {
    address,
    peer: remoteAddress,
    get headers() {
      return headers;
    },
    take(params = {}) {
      const taken = Object.entries(params)
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => ACCEPTED.has(name));
      const names = new Set<string>();
      for (const [name, value] of taken) {
        if (names.has(name) || given[name] !== undefined) {
          throw new PublicError(
            'BAD_REQUEST',
            `${name} must be given once, in the headers or in connection_init.`,
          );
        }
        names.add(name);
        if (typeof value !== 'string')
          throw new PublicError('BAD_REQUEST', `${name} must be a string in connection_init.`);
        headers = { ...headers, [name]: value };
      }
    },
    refuse({ code, message }) {
      const reason = Buffer.from(message)
        .subarray(0, MAX_REASON)
        .toString()
        .replace(/\ufffd$/, '');
      close(closeCodeOf(code), reason);
    },
    endAt(moment) {
      stopWaiting();
      // Not Unauthorized: clients of the protocol would give up, but with a new token they may connect again.
      stopWaiting = moment
        ? callAt(moment, () => close(CloseCode.Forbidden, 'The token has expired.'))
        : () => {};
    },
  };
}

function closeCodeOf(code: string): number {
  if (code === 'UNAUTHENTICATED') return CloseCode.Unauthorized;
  return code === 'BAD_REQUEST' ? CloseCode.BadRequest : TRY_AGAIN_LATER;
}
