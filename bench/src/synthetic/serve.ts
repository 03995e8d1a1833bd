import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createAnswerCache } from './answer-cache.ts';
import { createRecorder, type RecordedFetch } from './recorder.ts';

export interface Served {
  name: string;
  schema: () => GraphQLSchema;
}

/**
 * Serves departments on the ports from `firstPort` on, over plain node:http.
 *
 * `GET /counts` of each gives the requests that all departments have had; `GET /record` gives, and
 * forgets, what they were asked since the last call, in waves (see recorder.ts).
 */
export function serveDepartments(departments: readonly Served[], firstPort: number): Server[] {
  const caches = departments.map(({ schema }) => createAnswerCache(schema));
  const recorder = createRecorder<RecordedFetch>();

  function answerControl(path: string): string | null {
    if (path === '/counts') {
      const counts = caches.map((cache) => cache.counts);
      return JSON.stringify({
        requests: counts.reduce((sum, { requests }) => sum + requests, 0),
        computed: counts.reduce((sum, { computed }) => sum + computed, 0),
      });
    }
    return path === '/record' ? JSON.stringify(recorder.take()) : null;
  }

  return departments.map((_, index) => {
    const cache = caches[index]!;
    const server = createServer(async (request, response) => {
      const control = request.method === 'GET' ? answerControl(request.url!) : null;
      if (control !== null) return send(response, Buffer.from(control));
      const ended = recorder.begin();
      const body = await readBody(request);
      try {
        const answer = cache.answer(body);
        send(response, answer instanceof Buffer ? answer : await answer);
      } catch (error) {
        send(response, Buffer.from(JSON.stringify({ errors: [{ message: String(error) }] })));
      }
      ended({ department: index, body });
    });
    server.keepAliveTimeout = 0; // a gateway that finds a connection closed would be measured opening it
    return server.listen(firstPort + index, '127.0.0.1');
  });
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString()));
  });
}

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}
