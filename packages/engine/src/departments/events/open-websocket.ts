import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ASSERTION_HEADER, type Voucher } from '../../access/voucher.ts';
import type { Department, DepartmentClientOptions, DepartmentRequest } from '../department.ts';
import { DepartmentFault, type FaultReason } from '../department-fault.ts';
import { explain } from '../explain.ts';
import { checkAnswer } from '../read-answer.ts';
import { EventQueue } from './event-queue.ts';
import type { EventStream } from './event-stream.ts';

/** The code of a connection that is closed as planned. */
const NORMAL = 1000;
/** For the closing handshake. */
const CLOSE_MS = 1000;

type Limits = Pick<DepartmentClientOptions, 'timeoutMs' | 'answerLimitBytes'>;

/** A subscription over a WebSocket of its own, in the protocol graphql-transport-ws. */
export function openWebSocket(
  department: Department,
  url: string,
  body: string,
  voucher: Voucher | undefined,
  { timeoutMs, answerLimitBytes }: Limits,
): EventStream {
  let socket: WebSocket | undefined;
  let paused = false;
  let pongTimer: NodeJS.Timeout | undefined;

  const events = new EventQueue({
    pause() {
      paused = true;
      socket?.pause();
    },
    resume() {
      paused = false;
      socket?.resume();
    },
    disconnect() {
      clearTimeout(timer);
      clearTimeout(pongTimer);
      unsubscribe();
      // The client closes it in order; a department that takes no notice is not waited for.
      setTimeout(() => socket?.terminate(), CLOSE_MS).unref();
    },
  });
  const timer = setTimeout(() => fail('TIMEOUT', `${timeoutMs} ms`), timeoutMs);

  function fail(reason: FaultReason, detail: string, cause?: unknown): void {
    events.end(new DepartmentFault(department.name, reason, detail, cause));
  }

  /** What the client says of itself when it connects. */
  async function connectionParams(): Promise<Record<string, unknown> | undefined> {
    try {
      const assertion = await voucher?.assertionFor(department.name);
      return assertion == null ? undefined : { [ASSERTION_HEADER]: assertion };
    } catch (error) {
      events.end(error as Error);
      throw error;
    }
  }

  const client = createClient({
    url,
    ...(voucher ? { connectionParams } : {}),
    webSocketImpl: limitedWebSocket(answerLimitBytes, (made) => {
      socket = made;
      // It ended before it began.
      if (events.ended) made.terminate();
    }),
    retryAttempts: 0,
    generateID: () => randomUUID(),
    keepAlive: timeoutMs,
    on: {
      connected: () => clearTimeout(timer),
      ping(received) {
        // What a paused connection does not read may well have come.
        if (!received && !paused) pongTimer = setTimeout(() => fail('TIMEOUT', 'no pong'), timeoutMs);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed(event) {
        const closed = event as CloseEvent;
        // At once, or the client would take it for a reason to connect again.
        if (closed.code === NORMAL) fail(...closeReason(closed));
        // After the error, if there is one, which says more.
        else setImmediate(() => fail(...closeReason(closed)));
      },
    },
  });
  const unsubscribe = client.subscribe(
    JSON.parse(body) as DepartmentRequest & { variables?: Record<string, unknown> },
    {
      next(result) {
        try {
          events.push(checkAnswer(department.name, result));
        } catch (fault) {
          events.end(fault as DepartmentFault);
        }
      },
      error(error) {
        // A list is what the department itself says; it takes the place of a result.
        if (Array.isArray(error)) events.push({ errors: error });
        if (Array.isArray(error)) events.end();
        else if (isCloseEvent(error)) fail(...closeReason(error));
        else fail(...errorReason(error));
      },
      complete: () => events.end(),
    },
  );
  return events;
}

/** The client makes its socket itself and gives it no options. */
function limitedWebSocket(maxPayload: number, onMade: (socket: WebSocket) => void) {
  return class extends WebSocket {
    constructor(address: string | URL, protocols: string) {
      super(address, protocols, { maxPayload, perMessageDeflate: false });
      onMade(this);
    }
  };
}

interface CloseEvent {
  code: number;
  reason: string;
}

function isCloseEvent(error: unknown): error is CloseEvent {
  return typeof error === 'object' && error !== null && 'code' in error && 'reason' in error;
}

function closeReason({ code, reason }: CloseEvent): [FaultReason, string] {
  return ['BROKEN_OFF', `the WebSocket was closed with ${code} ${reason}`];
}

function errorReason(error: unknown): [FaultReason, string, unknown] {
  // The socket's own errors come within an event; others are the client's, about what the department said.
  if (typeof error !== 'object' || error === null || !('error' in error)) {
    return ['NOT_GRAPHQL', explain(error), error];
  }
  const cause = error.error as { code?: unknown } | undefined;
  const reason = cause?.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'TOO_LARGE' : 'UNREACHABLE';
  return [reason, explain(cause), cause];
}
