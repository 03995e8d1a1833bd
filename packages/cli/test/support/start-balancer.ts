import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address whose requests go to servers in turn, as a balancer's do. */
export async function startBalancer(
  servers: readonly { url: string }[],
): Promise<AsyncDisposable & { url: string }> {
  let turn = 0;
  const balancer = createServer((incoming, answer) => {
    const { url } = servers[turn++ % servers.length]!;
    const { method, headers } = incoming;
    const outgoing = request(new URL(incoming.url!, url), { method, headers }, (response) => {
      answer.writeHead(response.statusCode!, response.headers);
      response.pipe(answer);
    });
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  await once(balancer.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}${new URL(servers[0]!.url).pathname}`,
    async [Symbol.asyncDispose]() {
      balancer.closeAllConnections();
      await new Promise((resolve) => balancer.close(resolve));
    },
  };
}
