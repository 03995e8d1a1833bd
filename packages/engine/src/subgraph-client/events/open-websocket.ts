import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ASSERTION_HEADER, type AssertionProvider } from '../../core/assertion-provider.ts';
import {
  type Subgraph,
  type SubgraphClientOptions,
  type SubgraphRequest,
  type TlsIdentity,
  SubgraphFault,
  type SubscriptionObserver,
  type FaultReason,
  explain,
} from '../../core/subgraph.ts';
import { checkAnswer } from '../../core/read-answer.ts';
import { EventQueue, type EventStream } from './event-stream.ts';

/** The close code of a connection that ends normally. */
const NORMAL = 1000;
/** Time for the closing handshake. */
const CLOSE_MS = 1000;

type Limits = Pick<SubgraphClientOptions, 'timeoutMs' | 'answerLimitBytes' | 'tlsOf'>;

/** Opens a subscription over its own WebSocket, in the graphql-transport-ws protocol. */
export function openWebSocket(
  subgraph: Subgraph,
  url: string,
  body: string,
  assertionProvider: AssertionProvider | undefined,
  { timeoutMs, answerLimitBytes, tlsOf }: Limits,
  observer?: SubscriptionObserver,
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
      observer?.opened('CANCELLED');
      unsubscribe();
      // The client closes it properly; a subgraph that does not respond is not waited for.
      setTimeout(() => socket?.terminate(), CLOSE_MS).unref();
    },
  });
  const timer = setTimeout(() => fail('TIMEOUT', `${timeoutMs} ms`), timeoutMs);

  function fail(reason: FaultReason, detail: string, cause?: unknown): void {
    observer?.opened(reason);
    events.end(new SubgraphFault(subgraph.name, reason, detail, cause));
  }

  /** The parameters that the client sends when it connects. */
  async function connectionParams(): Promise<Record<string, unknown> | undefined> {
    try {
      const assertion = await assertionProvider?.assertionFor(subgraph.name, body);
      return assertion == null ? undefined : { [ASSERTION_HEADER]: assertion };
    } catch (error) {
      events.end(error as Error);
      throw error;
    }
  }

  const client = createClient({
    url,
    ...(assertionProvider ? { connectionParams } : {}),
    webSocketImpl: limitedWebSocket(answerLimitBytes, tlsOf?.(subgraph.name), observer?.headers, (made) => {
      socket = made;
      // It ended before it began.
      if (events.ended) made.terminate();
    }),
    retryAttempts: 0,
    generateID: () => randomUUID(),
    keepAlive: timeoutMs,
    on: {
      connected() {
        clearTimeout(timer);
        observer?.opened(null);
      },
      ping(received) {
        // A paused connection may have received the pong without reading it.
        if (!received && !paused) pongTimer = setTimeout(() => fail('TIMEOUT', 'no pong'), timeoutMs);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed(event) {
        const closed = event as CloseEvent;
        // At once, or the client would take it for a reason to reconnect.
        if (closed.code === NORMAL) fail(...closeReason(closed));
        // After the error, if there is one, because it is more specific.
        else setImmediate(() => fail(...closeReason(closed)));
      },
    },
  });
  const unsubscribe = client.subscribe(
    JSON.parse(body) as SubgraphRequest & { variables?: Record<string, unknown> },
    {
      next(result) {
        try {
          events.push(checkAnswer(subgraph.name, result));
        } catch (fault) {
          events.end(fault as SubgraphFault);
        }
      },
      error(error) {
        // A list holds the subgraph's own errors and takes the place of a result.
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

/** The client creates its socket itself and passes no options. */
function limitedWebSocket(
  maxPayload: number,
  tls: TlsIdentity | undefined,
  headerPairs: readonly string[] = [],
  onMade: (socket: WebSocket) => void,
) {
  const [name, value] = headerPairs;
  const headers = name !== undefined && { headers: { [name]: value } };
  return class extends WebSocket {
    constructor(address: string | URL, protocols: string) {
      super(address, protocols, { maxPayload, perMessageDeflate: false, ...tls, ...headers });
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
  // The socket's own errors come inside an event; others are the client's, about what the subgraph sent.
  if (typeof error !== 'object' || error === null || !('error' in error)) {
    return ['NOT_GRAPHQL', explain(error), error];
  }
  const cause = error.error as { code?: unknown } | undefined;
  const reason = cause?.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'TOO_LARGE' : 'UNREACHABLE';
  return [reason, explain(cause), cause];
}
