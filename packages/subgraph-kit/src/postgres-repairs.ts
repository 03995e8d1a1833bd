// Repairs of the PostgreSQL driver (postgres 3.4.9) for connections that break, which it has not released yet. Without them a
// connection that breaks within a transaction ends the process, or is used again while it is out of step with the server, or lets
// what is left of the transaction run outside of it; and one whose host was cut off is waited for.
//
// @see https://github.com/porsager/postgres/issues/1208
// @see https://github.com/porsager/postgres/pull/1168
import { registerHooks } from 'node:module';

type Repair = readonly [from: string, to: string];

const CLOSED = "Errors.connection('CONNECTION_CLOSED', options)";

/** By file of the driver. Each text must be there, once: another version of the driver needs to be looked at again. */
const REPAIRS: Readonly<Record<string, readonly Repair[]>> = {
  'connection.js': [
    // A statement that is sent after the connection broke is rejected. It was a TypeError that nobody could catch.
    [
      'const x = socket.write(chunk, fn)\n',
      `if (socket === null) {
      chunk = nextWriteTimer = null
      error(${CLOSED})
      query = null
      return true
    }
    const x = socket.write(chunk, fn)\n`,
    ],
    // What was not sent on the broken connection is not sent on the next one, which could otherwise send nothing at all.
    [
      'clearImmediate(nextWriteTimer)\n    if (socket) {',
      'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    if (socket) {',
    ],
    [
      "clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)",
      "clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener('data', data)",
    ],
    // A connection that owes an answer, and on which nothing comes for longer than any statement may take, is given up, as when its host
    // was cut off. TCP would wait for a quarter of an hour. The time-out of a socket does not do: whatever is sent puts it off.
    ['    , final = null\n', '    , final = null\n    , heardAt = 0\n    , watch = null\n'],
    [
      '      lifeTimer.start()\n',
      `      lifeTimer.start()
      heardAt = performance.now()
      clearInterval(watch)
      watch = silence && setInterval(() => {
        if ((query || sent.length || initial) && socket && performance.now() - heardAt > 1000 * silence)
          socket.destroy(Errors.connection('CONNECTION_SILENT', options))
      }, 500).unref()\n`,
    ],
    ['  function data(x) {\n', '  function data(x) {\n    heardAt = performance.now()\n'],
    [
      '        : (query = q, query.active = true)\n',
      '        : (heardAt = performance.now(), query = q, query.active = true)\n',
    ],
    ['    lifeTimer.cancel()\n', '    lifeTimer.cancel()\n    clearInterval(watch)\n'],
    ['    target_session_attrs\n  } = options', '    target_session_attrs,\n    silence\n  } = options'],
    // A connection that breaks while it asks for types, before its first statement, opens anew. It was a rejection that nobody handles.
    ['return fetchArrayTypes()\n', 'return fetchArrayTypes().catch(() => {})\n'],
    // What was sent between the error and the end of the connection does not wait for the answers of the next one.
    [
      "!hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
      `if (query || sent.length) error(${CLOSED})\n    query = null\n`,
    ],
  ],
  'index.js': [
    ['    keep_alive      : 60,\n', '    keep_alive      : 60,\n    silence         : null,\n'],
    // What is left of a transaction whose connection broke is rejected. It ran on the connection that took its place, even
    // within a transaction of another request.
    ['let savepoints = 0\n', 'let savepoints = 0\n      , broken = null\n'],
    ['connection.onclose = reject)', 'connection.onclose = e => reject(broken = e))'],
    [
      'q.catch(e => uncaughtError || (uncaughtError = e))\n',
      'q.catch(e => uncaughtError || (uncaughtError = e))\n        if (broken) return q.reject(broken)\n',
    ],
  ],
};

const FILE = /\/node_modules\/postgres\/src\/(\w+\.js)$/;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const file = FILE.exec(url)?.[1];
    const repairs = file === undefined ? undefined : REPAIRS[file];
    if (!repairs || loaded.source == null) return loaded;
    const source =
      typeof loaded.source === 'string'
        ? loaded.source
        : Buffer.from(loaded.source as Buffer).toString('utf8');
    return { ...loaded, source: repairs.reduce(repair, source) };
  },
});

function repair(source: string, [from, to]: Repair): string {
  const parts = source.split(from);
  if (parts.length === 2) return parts.join(to);
  throw new Error(
    `The PostgreSQL driver is another version than packages/subgraph-kit/src/postgres-repairs.ts repairs: it has ${parts.length - 1} times ${JSON.stringify(from)}. See whether the repairs are still needed.`,
  );
}
