import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Something at an address that always answers the same. */
export interface TextServer extends AsyncDisposable {
  url: string;
  /** Bodies of the requests so far. */
  received: readonly string[];
}

export async function serveText(status: number, contentType: string, body: string): Promise<TextServer> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((sent) => {
      received.push(sent);
      response.writeHead(status, { 'content-type': contentType }).end(body);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
