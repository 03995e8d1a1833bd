import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@yiwang/observability';
import type { FastifyInstance } from 'fastify';
import { CloseCode, handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GatewayConfig } from '../config.ts';
import type { RouteTools } from '../http/graphql-route.ts';
import type { Stages } from '../pipeline.ts';
import { createConnection } from './connection.ts';
import { serveProtocol } from './serve-protocol.ts';

/** Also finds out that a client is gone whose connection nobody closed. */
const PING_MS = 15_000;
/** A client that sends and does not read is not read any further. */
const MOST_UNSENT_BYTES = 1024 * 1024;
/** For the closing handshake of a client when the gateway is stopped. */
const CLOSE_MS = 1000;
const GOING_AWAY = 1001;

type Limits = Pick<GatewayConfig, 'BODY_LIMIT_BYTES' | 'OPERATIONS_PER_WEBSOCKET'>;

/** Serves each path of GraphQL to WebSockets, beside the HTTP of the server. */
export function addWebSocket(
  server: FastifyInstance,
  routes: ReadonlyMap<string, Stages>,
  tools: RouteTools,
  limits: Limits,
  logger: Logger,
): void {
  const protocols = new Map(
    [...routes].map(([path, stages]) => [
      path,
      serveProtocol(stages, limits.OPERATIONS_PER_WEBSOCKET, tools, logger),
    ]),
  );
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.BODY_LIMIT_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  });
  const silent = new WeakSet<WebSocket>();
  const pinger = setInterval(() => {
    for (const socket of sockets.clients) checkAlive(socket, silent);
  }, PING_MS).unref();

  server.server.on('upgrade', (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
    const protocol = protocols.get(request.url?.split('?')[0] ?? '');
    if (!protocol) return refuseUpgrade(duplex, '404 Not Found');
    // A browser opens a WebSocket for any web page, without asking whether this host wants that.
    if (tools.crossSite.isForeign(request.headers)) return refuseUpgrade(duplex, '403 Forbidden');
    return sockets.handleUpgrade(request, duplex, head, (socket) => accept(socket, request, protocol));
  });
  server.addHook('preClose', async () => {
    clearInterval(pinger);
    for (const socket of sockets.clients) {
      // Clients take it as a reason to connect again, and then subscribe anew.
      socket.close(GOING_AWAY, 'Going away');
      setTimeout(() => socket.terminate(), CLOSE_MS).unref();
    }
  });

  function accept(
    socket: WebSocket,
    request: IncomingMessage,
    protocol: ReturnType<typeof serveProtocol>,
  ): void {
    socket.on('pong', () => silent.delete(socket));
    // Too large, not UTF-8, no WebSocket: ws closes it with the code for that.
    socket.on('error', (err) => logger.debug({ err }, 'WebSocket failed'));

    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => send(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (receive) =>
          socket.on('message', (data: Buffer, isBinary) => {
            if (isBinary) return socket.close(CloseCode.BadRequest, 'Invalid message received');
            return receive(data.toString()).catch((err: unknown) => {
              logger.error({ err }, 'WebSocket message failed');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      createConnection(request, tools.addressOf(request), (code, reason) => socket.close(code, reason)),
    );
    socket.once('close', (code, reason) => void closed(code, reason.toString()));
  }
}

function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve) => {
    // An error is followed by the close, which ends all that runs.
    socket.send(text, () => {
      if (socket.isPaused && socket.bufferedAmount < MOST_UNSENT_BYTES) socket.resume();
      resolve();
    });
    if (socket.bufferedAmount >= MOST_UNSENT_BYTES) socket.pause();
  });
}

function checkAlive(socket: WebSocket, silent: WeakSet<WebSocket>): void {
  // What a paused connection does not read may well have come.
  if (socket.isPaused) return;
  if (silent.has(socket)) return socket.terminate();
  silent.add(socket);
  socket.ping();
}

function refuseUpgrade(duplex: Duplex, status: string): void {
  duplex.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
