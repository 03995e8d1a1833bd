import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { PublicError } from '@yiwang/errors';
import { CloseCode } from 'graphql-ws';
import { callAt } from '../access/call-at.ts';

/** A browser cannot send headers with a WebSocket: these may come in the payload of `connection_init`. */
const TAKEN: ReadonlySet<string> = new Set([
  'authorization',
  'purpose-basis',
  'purpose-case',
  'purpose-requester',
]);

const TRY_AGAIN_LATER = 1013;
/** Bytes that a closing frame has for its reason. */
const LONGEST_REASON = 120;

/** What is kept of a connection. */
export interface Connection {
  /** With which each of its operations runs, as if it were a request of its own. */
  readonly headers: IncomingHttpHeaders;
  /** Where it comes from. */
  readonly address: string;

  /**
   * Takes what the client says of itself; it has the same form as in headers.
   *
   * @throws PublicError BAD_REQUEST
   */
  take(params: Readonly<Record<string, unknown>> | undefined): void;

  /** Closes it for good. */
  refuse(error: PublicError): void;

  /** Closes it at this moment, and no longer at an earlier one; null for never. */
  endAt(moment: Date | null): void;
}

export function createConnection(
  { headers: given }: IncomingMessage,
  address: string,
  close: (code: number, reason: string) => void,
): Connection {
  let headers = given;
  let stopWaiting = () => {};

  return {
    address,
    get headers() {
      return headers;
    },
    take(params = {}) {
      const taken = Object.entries(params)
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => TAKEN.has(name));
      for (const [name, value] of taken) {
        if (typeof value !== 'string') throw new PublicError('BAD_REQUEST', `${name} must be a text.`);
        headers = { ...headers, [name]: value };
      }
    },
    refuse({ code, message }) {
      const reason = Buffer.from(message)
        .subarray(0, LONGEST_REASON)
        .toString()
        .replace(/\ufffd$/, '');
      close(closeCodeOf(code), reason);
    },
    endAt(moment) {
      stopWaiting();
      // Not Unauthorized: clients of the protocol give up on that, and with a new token they are welcome.
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
