import { createServer, type Server, type Socket } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import { createAnswerCache } from './answer-cache.ts';
import { answerWith, type Fault, FAULTS } from './faults.ts';
import { bytesOf } from './pieces.ts';
import { createRecorder, type RecordedFetch } from './recorder.ts';
import { type ReadRequest, RequestReader } from './request-reader.ts';

export interface Served {
  name: string;
  schema: () => GraphQLSchema;
}

/**
 * Serves departments on the ports from `firstPort` on, over plain sockets: node:http takes longer for a small request than
 * it takes to answer it, and what departments lack in time would be measured of a fast gateway.
 *
 * `GET /counts` of each gives the requests that all departments have had; `GET /record` gives, and
 * forgets, what they were asked since the last call, in waves (see recorder.ts). `GET /fault/<department>/<fault>`, asked of the first,
 * gives a department a fault (see faults.ts).
 */
export function serveDepartments(departments: readonly Served[], firstPort: number): Server[] {
  const caches = departments.map(({ schema }) => createAnswerCache(schema));
  const recorder = createRecorder<RecordedFetch>();
  const faults = departments.map((): Fault => 'none');
  const open = departments.map(() => new Set<Socket>());

  function answerControl(path: string): string | null {
    if (path === '/counts') {
      const counts = caches.map((cache) => cache.counts);
      return JSON.stringify({
        requests: counts.reduce((sum, { requests }) => sum + requests, 0),
        computed: counts.reduce((sum, { computed }) => sum + computed, 0),
      });
    }
    const [, what, department, fault] = decodeURIComponent(path).split('/');
    if (what === 'fault') return setFault(Number(department), fault as Fault);
    return path === '/record' ? JSON.stringify(recorder.take()) : null;
  }

  function setFault(department: number, fault: Fault): string {
    if (!FAULTS.includes(fault) || !servers[department]) return 'unknown';
    const [server, before] = [servers[department], faults[department]];
    faults[department] = fault;
    if (before === 'down' && fault !== 'down') listen(server, department);
    if (before !== 'down' && fault === 'down') {
      server.close();
      for (const socket of open[department]!) socket.destroy();
    }
    return 'set';
  }

  async function answer(
    socket: Socket,
    department: number,
    { method, path, body }: ReadRequest,
  ): Promise<void> {
    const control = method === 'GET' ? answerControl(path) : null;
    if (control !== null) return send(socket, bytesOf(control));
    const ended = recorder.begin();
    const asked = body.toString();
    try {
      const fault = faults[department]!;
      const answered =
        fault === 'none'
          ? caches[department]!.answer(asked)
          : answerWith(fault, async () => caches[department]!.answer(asked));
      const bytes = typeof answered === 'string' ? answered : await answered;
      if (bytes !== null) send(socket, bytes);
    } catch (error) {
      send(socket, bytesOf(JSON.stringify({ errors: [{ message: String(error) }] })));
    }
    ended({ department, body: asked });
  }

  const servers = departments.map((_, department) => {
    const server = createServer({ noDelay: true }, (socket) => {
      const reader = new RequestReader();
      open[department]!.add(socket);
      socket.on('close', () => open[department]!.delete(socket));
      socket.on('data', async (data) => {
        // Nobody sends a request before the answer to the last one is there.
        for (const request of reader.read(data)) await answer(socket, department, request);
      });
      socket.on('error', () => {}); // a gateway that was stopped
    });
    return listen(server, department);
  });
  return servers;

  function listen(server: Server, department: number): Server {
    return server.listen(firstPort + department, '127.0.0.1');
  }
}

/** No buffer is made of it: so many of them would let V8 collect garbage again and again while gateways wait. */
function send(socket: Socket, bytes: string): void {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${bytes.length}\r\n\r\n`;
  socket.write(head + bytes, 'latin1');
}
