import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** The network of a browser: what is sent through it can stop half-way, and be cut. */
export interface CuttingProxy extends AsyncDisposable {
  /** For the browser's settings. */
  server: string;
  /** Bytes after which a file that is sent goes no further; null for all of it. */
  stopAfter: number | null;
  /** While true every connection is cut, also those that are open. */
  isDown: boolean;
}

export async function startCuttingProxy(): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let isDown = false;
  const server = createServer((asked, answered) => {
    if (isDown) return void asked.socket.destroy();
    const { method, headers, url } = asked;
    const onward = request(url!, { method: method!, headers }, (response) => {
      answered.writeHead(response.statusCode!, response.rawHeaders);
      response.pipe(answered);
      response.on('error', () => answered.destroy());
    });
    onward.on('error', () => asked.socket.destroy());
    answered.once('close', () => onward.destroy());
    if (method === 'PATCH' && proxy.stopAfter !== null) sendPart(asked, onward, proxy.stopAfter);
    else asked.pipe(onward);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const proxy: CuttingProxy = {
    server: `http://127.0.0.1:${port}`,
    stopAfter: null,
    get isDown() {
      return isDown;
    },
    set isDown(value) {
      isDown = value;
      if (isDown) for (const socket of sockets) socket.destroy();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return proxy;
}

/** The rest is not even read: the browser waits, until the connection is cut. */
function sendPart(asked: IncomingMessage, onward: NodeJS.WritableStream, most: number): void {
  let sent = 0;
  asked.on('data', (chunk: Buffer) => {
    const part = chunk.subarray(0, most - sent);
    sent += part.length;
    onward.write(part);
    if (sent >= most) asked.pause();
  });
}
