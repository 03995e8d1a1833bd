import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { serveBytes } from '../gateways/servers/serve-bytes.ts';
import type { Statement } from '@yiwang/testing/statements';

export interface RecordedRequest {
  waves: Statement[][];
  /** Body of the answer. */
  answer: string;
}

// node limit.ts REQUESTS PORT, with DATABASE_URL and DATABASE_CONNECTIONS: for each known body runs the
// recorded statements through `postgres` and sends the recorded answer: a department without GraphQL.
const [requests, port] = process.argv.slice(2);
const recorded: [string, RecordedRequest][] = JSON.parse(readFileSync(requests!, 'utf8'));
const answers = new Map(
  recorded.map(([body, { waves, answer }]) => [body, { waves, answer: Buffer.from(answer) }]),
);
const sql = postgres(process.env['DATABASE_URL']!, { max: Number(process.env['DATABASE_CONNECTIONS']) });

// Days and times stay texts, as in the departments.
for (const type of [1082, 1083, 1114, 1184]) sql.options.parsers[type] = (text) => text;

serveBytes(Number(port), async (body) => {
  const known = answers.get(body.toString());
  if (!known) return Buffer.from('{"errors":[{"message":"not recorded"}]}');
  for (const wave of known.waves) {
    await Promise.all(
      wave.map(({ sql: text, parameters }) => sql.unsafe(text, parameters, { prepare: true })),
    );
  }
  return known.answer;
});
