import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SmallDepartment } from '@yiwang/testing/small-graph';
import type { Random } from '@yiwang/testing/random-graph';

/** What no schema of the fuzzer promises in most places. */
const LIES = [
  'null',
  '5',
  '"x"',
  'true',
  '[]',
  '{}',
  '[[1]]',
  '{"__typename":"Nowhere"}',
  '{"__proto__":{}}',
];

/** The department behind something that changes one value in about every second of its answers. */
export async function startLiar(department: SmallDepartment, random: Random): Promise<SmallDepartment> {
  async function answerWithLies(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await fetch(department.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: await text(request),
    });
    const body = (await answer.json()) as Record<string, unknown>;
    if (random.chance(0.5)) lie(body, 'data', random);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  }
  const server = createServer((request, response) => void answerWithLies(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...department,
    url: `http://127.0.0.1:${port}/graphql`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await department.close();
    },
  };
}

/** Goes down at random and changes what it comes to. */
function lie(parent: Record<string, unknown>, key: string, random: Random): void {
  const value = parent[key];
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (keys.length > 0 && random.chance(0.85)) {
    lie(value as Record<string, unknown>, random.pick(keys), random);
  } else if (random.chance(0.2)) {
    delete parent[key];
  } else {
    parent[key] = JSON.parse(random.pick(LIES));
  }
}
