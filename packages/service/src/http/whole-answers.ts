import type { FastifyInstance, FastifyReply } from 'fastify';
import { isStopping } from './drain-connections.ts';
import type { UnsentBytes } from './unsent-bytes.ts';

/** Up to here, Node writes head and body with one call when the body is a text. */
const SMALL_BYTES = 12 * 1024;

export interface WholeAnswers {
  /**
   * Sends an answer that is all there, straight to Node: what Fastify and its hooks would still do with it costs more than
   * a small answer does. Headers of the reply are sent too.
   *
   * @param body a text is sent as UTF-8
   */
  send(
    reply: FastifyReply,
    status: number,
    headers: Readonly<Record<string, string>>,
    body: string | Buffer,
  ): void;
}

/**
 * Of one server: when it stops, it tells clients not to ask again over the same connection.
 *
 * @param unsent bounds what waits for clients that do not read; undefined for no bound
 */
export function createWholeAnswers(server: FastifyInstance, unsent?: UnsentBytes): WholeAnswers {
  return {
    send(reply, status, headers, body) {
      const bytes = typeof body === 'string' && body.length > SMALL_BYTES ? Buffer.from(body) : body;
      const length = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
      const lines: (string | number | string[])[] = [];
      for (const own of [reply.getHeaders(), headers]) {
        for (const [name, value] of Object.entries(own)) if (value !== undefined) lines.push(name, value);
      }
      lines.push('content-length', length);
      if (isStopping(server)) lines.push('connection', 'close');
      reply.hijack();
      reply.raw.writeHead(status, lines);
      // Bytes as a text of as many characters, which are written as those bytes.
      if (typeof bytes !== 'string' && length <= SMALL_BYTES)
        reply.raw.end(bytes.toString('latin1'), 'latin1');
      else reply.raw.end(bytes);
      unsent?.watch(reply.raw, reply.request.raw);
    },
  };
}
