// A department as small as the launcher's contract allows: one table, one answer.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import postgres from 'postgres';
import { answerAsRegistry } from './registry.ts';

const sql = postgres(process.env['DATABASE_URL']!, { max: 1, onnotice: () => {} });
if (process.env['FAKE_BROKEN']) throw new Error('this department was told to break');

const server = createServer((request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    response.end(JSON.stringify(await answerAsRegistry(await text(request))));
    return;
  }
  const [row] = await sql`select sum(n)::int as answer from numbers`.catch(() => []);
  response.statusCode = row ? 200 : 503;
  response.end(JSON.stringify({ answer: row?.['answer'] ?? null, pid: process.pid }));
}

server.listen(Number(process.env['PORT']), process.env['HOST']);
process.stdout.write('the fake department listens\n');

const end = () => {
  if (process.env['FAKE_DEAF']) return;
  server.close();
  server.closeAllConnections();
  void sql.end({ timeout: 1 });
  if (process.connected) process.disconnect();
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
process.once('disconnect', end);
