import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { PostgresError } from '../postgres-error.ts';
import type { ServerUser } from '../server-user.ts';
import { RECEIVER } from './archive-folder.ts';
import { SEGMENT_BYTES, TailWriter } from './tail-file.ts';

/** Milliseconds before a receiver that lost its server, or its disk, tries again. */
const RETRY_MS = 500;
/** Bytes that wait for the disk at most; then the server waits. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/** PostgreSQL counts microseconds from here. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

/** Messages of the streaming protocol. @see https://www.postgresql.org/docs/current/protocol-replication.html */
const WAL_DATA = 'w'.charCodeAt(0);
const KEEP_ALIVE = 'k'.charCodeAt(0);
const STATUS = 'r'.charCodeAt(0);
const WAL_DATA_HEADER_BYTES = 25;
const STATUS_BYTES = 34;

export interface ReceiverOptions {
  /** URL of the server with a login that may replicate. */
  url: string;
  /** Folder of the archive. */
  folder: string;
  user: ServerUser;
  /** Told of each failure, after which the receiver tries again. */
  onError: (error: unknown) => void;
}

/**
 * Copies what the server writes to its WAL into the archive, as it is written, until disposed: the end that is not a whole segment
 * yet, and so not archived. PostgreSQL waits for it before it acknowledges a commit, where `synchronous_standby_names` names it.
 *
 * It is what `pg_receivewal --synchronous` does, which does not come with the embedded server.
 */
export function receiveWal(options: ReceiverOptions): AsyncDisposable {
  const ended = new AbortController();
  const running = (async () => {
    while (!ended.signal.aborted) {
      await receiveOnce(options, ended.signal).catch((error: unknown) => {
        if (!ended.signal.aborted) options.onError(error);
      });
      await sleep(RETRY_MS, undefined, { signal: ended.signal }).catch(() => {});
    }
  })();
  return {
    async [Symbol.asyncDispose]() {
      ended.abort();
      await running;
    },
  };
}

async function receiveOnce({ url, folder, user }: ReceiverOptions, signal: AbortSignal): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    fetch_types: false,
    prepare: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: RECEIVER, replication: 'true' },
  });
  try {
    const [system] = await sql.unsafe('IDENTIFY_SYSTEM');
    const timeline = Number(system!['timeline']);
    const start = startOfSegment(readPosition(String(system!['xlogpos'])));
    await using tail = new TailWriter(folder, user, timeline);
    const stream = await openStream(
      sql,
      `START_REPLICATION PHYSICAL ${writePosition(start)} TIMELINE ${timeline}`,
    );
    await copyStream(stream, tail, start, signal);
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/** An error may follow in the same packet, before whoever awaits the stream can listen for it: it then is one of the stream, later on. */
async function openStream(sql: postgres.Sql, command: string): Promise<Duplex> {
  const query = sql.unsafe(command).writable() as unknown as Promise<Duplex> & {
    resolve: (stream: Duplex) => void;
  };
  const { resolve } = query;
  query.resolve = (stream) => {
    stream.on('error', () => {});
    resolve.call(query, stream);
  };
  return query;
}

/** Writes all that has come meanwhile, makes it durable once, and confirms it. */
async function copyStream(
  stream: Duplex,
  tail: TailWriter,
  start: bigint,
  signal: AbortSignal,
): Promise<void> {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let end: Error | null | undefined;
  let wake = (): void => {};
  const finish = (error: Error | null): void => {
    end ??= error;
    wake();
  };
  // In flowing mode each chunk is one message; an iterator would join them.
  stream.on('data', (message: Buffer) => {
    waiting.push(message);
    waitingBytes += message.length;
    if (waitingBytes > MAX_WAITING_BYTES) stream.pause();
    wake();
  });
  if (stream.errored) throw stream.errored;
  stream.on('error', finish);
  stream.on('end', () => finish(null));
  stream.on('close', () => finish(null));
  const onAbort = (): void => finish(null);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (let flushed = start; ;) {
      if (waiting.length === 0) {
        if (end) throw end;
        if (end === null || signal.aborted) return;
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const messages = waiting;
      waiting = [];
      waitingBytes = 0;
      stream.resume();
      let isAsked = false;
      let written = flushed;
      for (const message of messages) {
        if (message[0] === WAL_DATA) {
          const position = message.readBigUInt64BE(1);
          const bytes = message.subarray(WAL_DATA_HEADER_BYTES);
          await tail.write(position, bytes);
          written = position + BigInt(bytes.length);
        } else if (message[0] === KEEP_ALIVE && message[17] === 1) {
          isAsked = true;
        }
      }
      if (written > flushed) await tail.sync();
      if (written > flushed || isAsked) stream.write(statusOf(written));
      flushed = written;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Everything up to a position is on the disk. */
function statusOf(position: bigint): Buffer {
  const status = Buffer.alloc(STATUS_BYTES);
  status[0] = STATUS;
  for (const offset of [1, 9, 17]) status.writeBigUInt64BE(position, offset);
  status.writeBigInt64BE(BigInt(Date.now() - EPOCH_MS) * 1000n, 25);
  return status;
}

/** `0/3000060` as a number of bytes. */
function readPosition(text: string): bigint {
  const [, high, low] = /^([0-9A-F]+)\/([0-9A-F]+)$/i.exec(text) ?? [];
  if (high === undefined) throw new PostgresError(`PostgreSQL gave a position that cannot be read: ${text}.`);
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

function writePosition(position: bigint): string {
  return `${(position >> 32n).toString(16)}/${(position & 0xffff_ffffn).toString(16)}`.toUpperCase();
}

function startOfSegment(position: bigint): bigint {
  return position - (position % SEGMENT_BYTES);
}
