// Stands in for the gateway: ready when the registry has something for it, and answers whatever is asked.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { registry: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } },
});
let running: number | null = null;

const server = createServer((request, response) => {
  const node = { uscc: '91320000608950987L' };
  response.setHeader('content-type', 'application/json');
  if (request.url === '/ready' && running === null) response.statusCode = 503;
  response.end(
    JSON.stringify({
      data: { enterprises: { edges: [{ node }] } },
      running,
      pid: process.pid,
    }),
  );
});
server.listen(Number(values.port), values.host);

const polling = setInterval(() => void poll(), 50);

async function poll(): Promise<void> {
  const body = JSON.stringify({ query: 'mutation { reportGateway }', variables: { running } });
  const answer = await fetch(values.registry!, { method: 'POST', body }).catch(() => null);
  const { data } = ((await answer?.json()) ?? {}) as { data?: { version: number } };
  running = data?.version ?? running;
}

const end = () => {
  clearInterval(polling);
  server.close();
  server.closeAllConnections();
  if (process.connected) process.disconnect();
};
process.once('SIGTERM', end);
process.once('disconnect', end);
