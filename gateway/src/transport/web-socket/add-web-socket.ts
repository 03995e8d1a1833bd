import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@yiwang/service/logging';
import type { FastifyInstance } from 'fastify';
import { CloseCode, handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GatewayConfig } from '../../config/config.ts';
import type { RouteTools } from '../http/graphql-route.ts';
import { createConnectionShares } from '../http/connection-shares.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import { createConnection } from './connection.ts';
import { serveProtocol } from './serve-protocol.ts';

/** What graphql-ws throws for a message of a type that only servers send; the protocol closes the connection with 4400. */
const ONLY_SENT_BY_SERVERS = /^Unexpected message of type/;
/** Time between two pings, which also detect clients that are gone without closing. */
const PING_MS = 15_000;
/** Beyond it, the gateway stops reading from a client that does not read. */
const MAX_UNSENT_BYTES = 1024 * 1024;
/** Time for the closing handshake when the gateway stops. */
const CLOSE_MS = 1000;
const GOING_AWAY = 1001;

type Limits = Pick<
  GatewayConfig,
  'BODY_LIMIT_BYTES' | 'CONNECTIONS_PER_ADDRESS' | 'OPERATIONS_PER_WEBSOCKET'
>;

/** Serves each GraphQL path over WebSockets, on the same server. Returns how many are open, for whoever asks. */
export function addWebSocket(
  server: FastifyInstance,
  routes: ReadonlyMap<string, Pipeline>,
  tools: RouteTools,
  limits: Limits,
  logger: Logger,
): () => number {
  const protocols = new Map(
    [...routes].map(([path, pipeline]) => [
      path,
      serveProtocol(pipeline, limits.OPERATIONS_PER_WEBSOCKET, logger),
    ]),
  );
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.BODY_LIMIT_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  });
  const shares = createConnectionShares(limits.CONNECTIONS_PER_ADDRESS);
  const silent = new WeakSet<WebSocket>();
  const pinger = setInterval(() => {
    for (const socket of sockets.clients) checkAlive(socket, silent);
  }, PING_MS).unref();

  server.server.on('upgrade', (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
    const protocol = protocols.get(request.url?.split('?')[0] ?? '');
    if (!protocol) return refuseUpgrade(duplex, '404 Not Found');
    // A browser opens a WebSocket for any web page, without a preflight.
    if (tools.csrf.isForeign(request.headers)) return refuseUpgrade(duplex, '403 Forbidden');
    const address = tools.addressOf(request);
    if (!shares.enter(address)) return refuseUpgrade(duplex, '429 Too Many Requests');
    duplex.once('close', () => shares.leave(address));
    return sockets.handleUpgrade(request, duplex, head, (socket) => accept(socket, request, protocol));
  });
  server.addHook('preClose', async () => {
    clearInterval(pinger);
    for (const socket of sockets.clients) {
      // With this code, clients connect again and resubscribe.
      socket.close(GOING_AWAY, 'Going away');
      setTimeout(() => socket.terminate(), CLOSE_MS).unref();
    }
  });

  return () => sockets.clients.size;

  function accept(
    socket: WebSocket,
    request: IncomingMessage,
    protocol: ReturnType<typeof serveProtocol>,
  ): void {
    const duplex = request.socket;
    const address = tools.addressOf(request);
    socket.on('pong', () => silent.delete(socket));
    // Too large, not UTF-8, no WebSocket: ws closes it with the right code.
    socket.on('error', (err) => logger.debug({ err }, 'WebSocket failed'));

    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => send(socket, text, (bytes) => tools.unsent.hold(duplex, address, bytes)),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (receive) =>
          socket.on('message', (data: Buffer, isBinary) => {
            if (isBinary) return socket.close(CloseCode.BadRequest, 'Invalid message received');
            receive(data.toString()).catch((err: Error) => {
              if (ONLY_SENT_BY_SERVERS.test(err.message))
                return socket.close(CloseCode.BadRequest, 'Invalid message received');
              logger.error({ err }, 'WebSocket message failed');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      createConnection(request, address, (code, reason) => socket.close(code, reason)),
    );
    socket.once('close', (code, reason) => void closed(code, reason.toString()));
  }
}

/** @param hold see UnsentBytes */
function send(socket: WebSocket, text: string, hold: (bytes: number) => () => void): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve) => {
    const before = socket.bufferedAmount;
    let release: (() => void) | undefined;
    // After an error the socket closes, which ends all operations.
    socket.send(text, () => {
      release?.();
      if (socket.isPaused && socket.bufferedAmount < MAX_UNSENT_BYTES) socket.resume();
      resolve();
    });
    const waiting = socket.bufferedAmount - before;
    if (waiting > 0) release = hold(waiting);
    if (socket.bufferedAmount >= MAX_UNSENT_BYTES) socket.pause();
  });
}

function checkAlive(socket: WebSocket, silent: WeakSet<WebSocket>): void {
  // A paused connection may have received the pong without reading it.
  if (socket.isPaused) return;
  if (silent.has(socket)) return socket.terminate();
  silent.add(socket);
  socket.ping();
}

function refuseUpgrade(duplex: Duplex, status: string): void {
  duplex.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
