import { connect, createServer, type Server } from 'node:net';
import { readMessages } from './read-messages.ts';

/** A statement as PostgreSQL got it. */
export interface Statement {
  sql: string;
  /** As text. */
  parameters: (string | null)[];
}

/**
 * Listens as if it were the PostgreSQL server at `target`, passes everything on, and reports the statements that are bound. For clients
 * without TLS.
 *
 * @param port 0 for any that is free
 * @param onBegin called when a statement is bound; what it returns is called when it has ended
 */
export function recordStatements(
  target: URL,
  port: number,
  onBegin: () => (statement: Statement) => void,
): Server {
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    // Otherwise the end of an answer waits 40 ms for the receipt of its beginning.
    for (const socket of [client, upstream]) socket.setNoDelay(true);
    const prepared = new Map<string, string>();
    const running: (() => void)[] = [];

    client.on(
      'data',
      readMessages('after the first', (type, body) => {
        if (type === 'P') prepared.set(...readParse(body));
        if (type !== 'B') return;
        const { name, parameters } = readBind(body);
        const statement = { sql: prepared.get(name)!, parameters };
        const ended = onBegin();
        running.push(() => ended(statement));
      }),
    );
    // ReadyForQuery ends one statement: the driver syncs after each.
    upstream.on(
      'data',
      readMessages('from the first', (type) => type === 'Z' && running.shift()?.()),
    );
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  return server.listen(port, '127.0.0.1');
}
/** Name and text of a statement. */
function readParse(body: Buffer): [string, string] {
  const nameEnd = body.indexOf(0);
  return [
    body.toString('utf8', 0, nameEnd),
    body.toString('utf8', nameEnd + 1, body.indexOf(0, nameEnd + 1)),
  ];
}

function readBind(body: Buffer): { name: string; parameters: (string | null)[] } {
  const portalEnd = body.indexOf(0);
  const nameEnd = body.indexOf(0, portalEnd + 1);
  let at = nameEnd + 1;
  at += 2 + 2 * body.readInt16BE(at); // formats; the driver sends text alone
  const count = body.readInt16BE(at);
  at += 2;
  const parameters = Array.from({ length: count }, () => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) return null;
    at += length;
    return body.toString('utf8', at - length, at);
  });
  return { name: body.toString('utf8', portalEnd + 1, nameEnd), parameters };
}
