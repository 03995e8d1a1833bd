// Stands in for the gateway: ready when the supergraph is there, and answers whatever is asked.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { supergraph: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } },
});
const supergraph = readFileSync(values.supergraph!, 'utf8');
const server = createServer((_request, response) => {
  const node = { uscc: '91320000608950987L' };
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      data: { enterprises: { edges: [{ node }] } },
      supergraph: supergraph.length,
      pid: process.pid,
    }),
  );
});
server.listen(Number(values.port), values.host);

const end = () => {
  server.close();
  server.closeAllConnections();
  if (process.connected) process.disconnect();
};
process.once('SIGTERM', end);
process.once('disconnect', end);
