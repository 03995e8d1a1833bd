import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Stands where the gateway is, and keeps what it was sent. */
export interface TestGateway extends AsyncDisposable {
  /** Of its GraphQL. */
  url: string;
  received: Received[];
  /** How it answers, until it is set again; undefined for an answer to `{ __typename }`. */
  answer: ((request: Received, response: ServerResponse, raw: IncomingMessage) => void) | undefined;
  /** Ends listening, and begins again at the same port. */
  stop(): Promise<void>;
  restart(): Promise<void>;
}

export async function startTestGateway(): Promise<TestGateway> {
  const server = createServer((raw, response) => {
    const { method = '', url = '', headers } = raw;
    const request = { method, url, headers, body: '' };
    gateway.received.push(request);
    let isAnswered = false;
    const answer = () => {
      isAnswered = true;
      if (gateway.answer) return gateway.answer(request, response, raw);
      response.setHeader('content-type', 'application/graphql-response+json; charset=utf-8');
      response.end('{"data":{"__typename":"Query"}}');
    };
    raw.setEncoding('latin1');
    raw.on('data', (chunk: string) => (request.body += chunk));
    raw.on('end', () => isAnswered || answer());
    raw.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const gateway: TestGateway = {
    url: `http://127.0.0.1:${port}/graphql`,
    received: [],
    answer: undefined,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    async restart() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
  return gateway;
}
