import { createServer } from 'node:http';

/** Serves a function from body to body over node:http, as bare as it goes. */
export function serveBytes(port: number, answer: (body: Buffer) => Promise<Buffer>): void {
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const bytes = await answer(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.end(bytes);
    });
  }).listen(port, '127.0.0.1');
}
