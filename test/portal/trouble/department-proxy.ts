import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Stands between the gateway and a department. */
export interface DepartmentProxy extends AsyncDisposable {
  /** Where the gateway asks. */
  url: string;
  /** Milliseconds by which every answer comes late. */
  lateMs: number;
  /** What it does to an answer's text; null for nothing. */
  corrupt: ((answer: string) => string) | null;
  /** Answers that it passed on. */
  passed: number;
}

/** @param department the GraphQL address of the department */
export async function startDepartmentProxy(department: string): Promise<DepartmentProxy> {
  const server = createServer((asked, answered) => {
    void (async () => {
      const body = await readAll(asked);
      // What is corrupted must not be compressed.
      const { 'accept-encoding': _, ...headers } = asked.headers;
      const onward = request(new URL(asked.url!, department), { method: asked.method!, headers });
      onward.end(body);
      const [response] = (await once(onward, 'response')) as [IncomingMessage];
      const text = await readAll(response);
      await wait(proxy.lateMs);
      const told = proxy.corrupt ? Buffer.from(proxy.corrupt(text.toString())) : text;
      const { 'content-length': __, 'transfer-encoding': ___, ...rest } = response.headers;
      answered.writeHead(response.statusCode!, { ...rest, 'content-length': told.length }).end(told);
      proxy.passed += 1;
    })().catch(() => answered.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const proxy: DepartmentProxy = {
    url: `http://127.0.0.1:${port}/graphql`,
    lateMs: 0,
    corrupt: null,
    passed: 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
  return proxy;
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
