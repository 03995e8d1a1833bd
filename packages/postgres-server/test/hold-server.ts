// A program for tests to kill: holds the embedded server of a folder until it is ended.
// Prints one line of JSON: the handle of the server, or `{ error }`.
import { startEmbeddedPostgres } from '../src/index.ts';

try {
  const { url, port, leftovers } = await startEmbeddedPostgres({ dataDir: process.argv[2]! });
  process.stdout.write(`${JSON.stringify({ url, port, leftovers })}\n`);
  setInterval(() => {}, 1000);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`);
  process.exitCode = 1;
}
