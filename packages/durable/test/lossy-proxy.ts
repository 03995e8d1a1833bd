import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/** A proxy in front of a PostgreSQL server that now and then drops an answer. */
export interface LossyProxy extends AsyncDisposable {
  url: string;
  /** How many answers were lost. */
  lost(): number;
}

/**
 * Passes on what a client sends, and where `loses` returns true for it, closes the connection in place of the server's answer: what was
 * asked is done, and the client cannot know.
 *
 * @param loses is given what was sent, and all that was sent over that connection before
 */
export async function createLossyProxy(
  target: string,
  loses: (sent: string, before: string) => boolean,
): Promise<LossyProxy> {
  const { hostname, port } = new URL(target);
  let lost = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port || 5432), hostname);
    let before = '';
    let isLosing = false;
    client.on('data', (data) => {
      const sent = data.toString('latin1');
      isLosing ||= loses(sent, before);
      before += sent;
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!isLosing) return client.write(data);
      lost++;
      upstream.destroy();
      return client.destroy();
    });
    for (const socket of [client, upstream]) socket.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    lost: () => lost,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
