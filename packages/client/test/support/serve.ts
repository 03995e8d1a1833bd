import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Received {
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
}

/**
 * Serves each request with the next listener, and any further one with the last, until the test is over.
 *
 * @returns what was received, in order
 */
export async function serve(...listeners: Listener[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>,
      });
      listeners[Math.min(received.length, listeners.length) - 1]!(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, received };
}

/** Answers with JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Listener {
  return (_request, response) =>
    response
      .writeHead(status, { 'content-type': 'application/graphql-response+json', ...headers })
      .end(JSON.stringify(body));
}

export const OK = json({ data: { a: 1 } });

export function refused(code: string, status: number, headers?: Record<string, string>): Listener {
  return json({ errors: [{ message: code, extensions: { code } }] }, status, headers);
}
