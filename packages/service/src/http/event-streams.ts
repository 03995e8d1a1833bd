import { once } from 'node:events';
import type { OutgoingHttpHeaders } from 'node:http';
import { isPublicError, maskError, PublicError } from '@yiwang/errors';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { UnsentBytes } from './unsent-bytes.ts';

/** Proxies and browsers take a connection without traffic for dead. */
const PING_MS = 12_000;
const PING = ':\n\n';
const COMPLETE = 'event: complete\ndata:\n\n';

export interface EventStreams {
  /**
   * Sends results, each a JSON text, as the protocol of graphql-sse has it in its mode of distinct connections: `next` for
   * each, `complete` at the end. An iterator that fails is one last result that holds the error. A client that reads
   * slowly is waited for before the next result is asked for; when it leaves, the iterator's `return` is called.
   */
  send(reply: FastifyReply, results: AsyncIterator<string>): Promise<void>;
  /**
   * Sends a body in pieces, each when the client has taken those before and the next is there. Headers of the reply are sent too. When the
   * client leaves, the iterator's `return` is called; when the iterator fails, the connection is cut.
   */
  sendPieces(reply: FastifyReply, status: number, pieces: AsyncIterator<string>): Promise<void>;
}

/** As one text, for results that are all known. */
export function eventsText(...results: readonly string[]): string {
  return results.map(nextEvent).join('') + COMPLETE;
}

function nextEvent(result: string): string {
  return `event: next\ndata: ${result}\n\n`;
}

/**
 * The event streams of one server. When the server closes, they end with SUBSCRIPTION_INTERRUPTED.
 *
 * @param unsent bounds what waits for a client that does not read; undefined for no bound
 */
export function createEventStreams(server: FastifyInstance, unsent?: UnsentBytes): EventStreams {
  const open = new Set<Stop>();
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
    for (const stop of open) stop.now();
  });

  /** Writes, and waits until the client has taken it. */
  async function write(reply: FastifyReply, text: string, stop: Stop): Promise<void> {
    const { raw, request } = reply;
    if (raw.write(text)) return;
    unsent?.watch(raw, request.raw, 'drain');
    await stop.or(once(raw, 'drain'));
  }

  return {
    async sendPieces(reply, status, pieces) {
      const { raw, log } = reply;
      reply.hijack();
      raw.writeHead(status, reply.getHeaders() as OutgoingHttpHeaders);
      const stop = new Stop();
      raw.once('close', () => stop.now());
      try {
        for (;;) {
          const step = await stop.or(pieces.next());
          if (stop.stopped || !step || step.done) break;
          await write(reply, step.value, stop);
        }
        raw.end();
      } catch (err) {
        log.error({ err }, 'an answer in parts failed');
        raw.destroy();
      } finally {
        pieces
          .return?.()
          .catch((err: unknown) => log.warn({ err }, 'an answer in parts did not end in order'));
      }
    },
    async send(reply, results) {
      const { raw, log } = reply;
      reply.hijack();
      raw.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Nothing else follows on it, and a server that closes need not wait for it.
        connection: 'close',
        'x-accel-buffering': 'no',
      });
      raw.write(PING);
      const ping = setInterval(() => raw.writableNeedDrain || raw.write(PING), PING_MS);
      const stop = new Stop();
      open.add(stop);
      raw.once('close', () => stop.now());
      if (closing) stop.now();

      try {
        for (;;) {
          const step = await stop.or(results.next());
          if (stop.stopped || !step || step.done) break;
          await write(reply, nextEvent(step.value), stop);
        }
        if (closing && !raw.closed) throw interrupted();
      } catch (error) {
        raw.write(nextEvent(JSON.stringify({ errors: [forClient(error)] })));
      } finally {
        clearInterval(ping);
        open.delete(stop);
        raw.end(COMPLETE);
        // Not waited for: an iterator may hand this on only when its next value is there.
        results.return?.().catch((err: unknown) => log.warn({ err }, 'a stream did not end in order'));
      }

      function forClient(error: unknown) {
        if (isPublicError(error)) return error;
        return maskError(error, (incident, err) => log.error({ incident, err }, 'a stream failed'));
      }
    },
  };
}

/** Cuts waiting short. Promise.race would keep a trace of every value for as long as the stream goes on. */
class Stop {
  stopped = false;
  #wake: (() => void) | undefined;

  now(): void {
    this.stopped = true;
    this.#wake?.();
  }

  /** What the promise brings; null when it was stopped before. */
  or<Value>(promise: Promise<Value>): Promise<Value | null> {
    return new Promise((resolve, reject) => {
      this.#wake = () => resolve(null);
      promise.then(resolve, reject);
      if (this.stopped) resolve(null);
    });
  }
}

function interrupted(): PublicError {
  return new PublicError('SUBSCRIPTION_INTERRUPTED', 'The service is being stopped. Subscribe again.');
}
