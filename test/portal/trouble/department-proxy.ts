import { once } from 'node:events';
import { createServer, request } from 'node:http';
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
  const server = createServer(async (asked, answered) => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    // What is corrupted must not be compressed.
    const { 'accept-encoding': _, ...headers } = asked.headers;
    const onward = request(
      new URL(asked.url!, department),
      { method: asked.method!, headers },
      async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part as Buffer);
        await wait(proxy.lateMs);
        const text = Buffer.concat(parts);
        const told = proxy.corrupt ? Buffer.from(proxy.corrupt(text.toString())) : text;
        const { 'content-length': __, 'transfer-encoding': ___, ...rest } = response.headers;
        answered.writeHead(response.statusCode!, { ...rest, 'content-length': told.length }).end(told);
        proxy.passed += 1;
      },
    );
    onward.on('error', () => answered.destroy());
    onward.end(Buffer.concat(chunks));
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
