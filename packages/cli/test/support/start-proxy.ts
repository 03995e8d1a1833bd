import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Proxy extends AsyncDisposable {
  /** Of its GraphQL. */
  url: string;
  /** Breaks all connections. */
  cut(): void;
}

/**
 * Stands before a gateway, and does to requests what a test says.
 *
 * @param isLost whether an answer is, when the gateway has done what was asked
 * @param before is waited for before a request goes on
 */
export async function startProxy(
  target: string,
  isLost: (body: string) => boolean = () => false,
  before: (body: string) => Promise<void> = async () => {},
): Promise<Proxy> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    const goOn = (body: Buffer) => {
      const onward = httpRequest(
        target,
        { method: 'POST', headers: { ...request.headers, host: new URL(target).host } },
        (answer) => {
          // What the gateway did is done by now.
          if (isLost(body.toString())) {
            answer.resume();
            request.socket.destroy();
            return;
          }
          response.writeHead(answer.statusCode!, answer.headers);
          answer.pipe(response);
        },
      );
      onward.on('error', () => request.socket.destroy());
      response.on('close', () => onward.destroy());
      onward.end(body);
    };
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      before(body.toString()).then(
        () => goOn(body),
        () => request.socket.destroy(),
      );
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    cut: () => server.closeAllConnections(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
