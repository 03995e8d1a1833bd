import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Bounds on what waits in memory because its reader does not read, or reads too slowly. */
export interface UnsentLimits {
  /** Time for an answer to be taken by its reader, beside what it takes at the rate. */
  sendTimeoutMs: number;
  /** A reader that takes less is too slow. */
  minBytesPerSecond: number;
  maxPerConnection: number;
  maxPerAddress: number;
  maxInTotal: number;
}

export interface UnsentBytes extends Disposable {
  /**
   * Bytes that wait to be sent over a connection from now on. Where too many wait, connections are closed: this one, then those of its
   * address, then those of the address that holds most, the longest waiting first.
   *
   * @param address stands for one caller
   * @returns to be called, once, when they have been sent; a connection that is closed needs no call
   */
  hold(socket: Duplex, address: string, bytes: number): () => void;
  /**
   * As `hold`, for what has been handed to Node of an answer. Costs nothing when it is sent already.
   *
   * @param until `drain` when more is to come
   */
  watch(response: ServerResponse, request: IncomingMessage, until?: 'finish' | 'drain'): void;
  /** Bytes that wait, over all connections. */
  readonly total: number;
}

interface Connection {
  socket: Duplex;
  address: string;
  bytes: number;
  /** By the clock of performance.now: when the oldest of them has to be sent. */
  deadline: number;
  onClose: () => void;
}

const LOOK_MS = 500;
/** Pipelined requests that one connection may have unanswered. Clients hardly use it, and Node runs them all at once. */
const MAX_PIPELINED = 32;

/**
 * @param addressOf what stands for one caller
 * @param onClosed told for each connection that is closed, for the log
 */
export function createUnsentBytes(
  { sendTimeoutMs, minBytesPerSecond, maxPerConnection, maxPerAddress, maxInTotal }: UnsentLimits,
  addressOf: (request: IncomingMessage) => string,
  onClosed: (reason: string, address: string, bytes: number) => void,
): UnsentBytes {
  // In the order in which they began to wait.
  const connections = new Map<Duplex, Connection>();
  const byAddress = new Map<string, number>();
  let total = 0;
  const timeFor = (bytes: number) => sendTimeoutMs + (bytes / minBytesPerSecond) * 1000;
  const timer = setInterval(look, Math.min(LOOK_MS, sendTimeoutMs / 2)).unref();

  function add(connection: Connection, bytes: number): void {
    const { address } = connection;
    connection.bytes += bytes;
    total += bytes;
    const ofAddress = (byAddress.get(address) ?? 0) + bytes;
    if (ofAddress > 0) byAddress.set(address, ofAddress);
    else byAddress.delete(address);
  }

  function forget(connection: Connection): void {
    if (!connections.delete(connection.socket)) return;
    connection.socket.off('close', connection.onClose);
    add(connection, -connection.bytes);
  }

  function close(connection: Connection, reason: string): void {
    onClosed(reason, connection.address, connection.bytes);
    forget(connection);
    connection.socket.destroy();
  }

  function closeOldestOf(address: string, reason: string): void {
    for (const connection of connections.values()) {
      if (connection.address === address) return close(connection, reason);
    }
  }

  function look(): void {
    const now = performance.now();
    for (const connection of connections.values()) {
      if (connection.deadline <= now) close(connection, 'an answer was not read in time');
    }
  }

  function addressWithMost(): string {
    let found = '';
    let most = -1;
    for (const [address, bytes] of byAddress) {
      if (bytes <= most) continue;
      most = bytes;
      found = address;
    }
    return found;
  }

  function hold(socket: Duplex, address: string, bytes: number): () => void {
    if (socket.destroyed) return () => {};
    let connection = connections.get(socket);
    if (!connection) {
      const begun: Connection = {
        socket,
        address,
        bytes: 0,
        deadline: Infinity,
        onClose: () => forget(begun),
      };
      socket.once('close', begun.onClose);
      connections.set(socket, begun);
      connection = begun;
    }
    const held = connection;
    held.deadline = Math.min(held.deadline, performance.now() + timeFor(bytes));
    add(held, bytes);

    if (held.bytes > maxPerConnection) close(held, 'too many bytes wait for one connection');
    while ((byAddress.get(held.address) ?? 0) > maxPerAddress) {
      closeOldestOf(held.address, 'too many bytes wait for one address');
    }
    while (total > maxInTotal) closeOldestOf(addressWithMost(), 'too many bytes wait in all');

    return () => {
      if (connections.get(socket) !== held) return;
      add(held, -bytes);
      // Whoever takes something is reading.
      held.deadline = performance.now() + timeFor(held.bytes);
      if (held.bytes === 0) forget(held);
    };
  }

  return {
    hold,
    watch(response, request, until = 'finish') {
      // Of an answer behind others on its connection all is kept for later.
      const waiting = response.writableLength;
      if (waiting > 0) response.once(until, hold(request.socket, addressOf(request), waiting));
    },
    get total() {
      return total;
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/**
 * Closes connections over which too many requests come before the first is answered. Node runs all of them at once, and keeps each
 * answer until those before it are sent.
 */
export function limitPipelining(server: Server, onClosed: (pipelined: number) => void): void {
  const waiting = new WeakMap<Duplex, number>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    // The first on its connection has it at once.
    if (response.socket !== null) return;
    const count = (waiting.get(socket) ?? 0) + 1;
    waiting.set(socket, count);
    response.once('close', () => waiting.set(socket, waiting.get(socket)! - 1));
    if (count < MAX_PIPELINED) return;
    if (!socket.destroyed) onClosed(count);
    socket.destroy();
  });
}
