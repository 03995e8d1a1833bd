import { connect } from 'node:net';
import { AnswerReader, type ReadAnswer } from './answer-reader.ts';

const PATIENCE_MS = 30_000;
const READ_BYTES = 64 * 1024;

export interface ConnectionEvents {
  onAnswer(answer: ReadAnswer, milliseconds: number): void;
  /** A connection that broke, or an answer that did not come in 30 seconds. */
  onFailure(): void;
}

/**
 * Sends one request after the other over one connection, each when the answer before it is there, over and over in their
 * order. A connection that ends is opened anew.
 *
 * @param requests as bytes, heads among them
 * @param everyMs time from one request to the next; 0 for none, so that each is sent when the answer before it is there
 * @param stopping aborts when enough was sent; a request under way is dropped
 * @returns resolves when it has stopped
 */
export async function keepAsking(
  { hostname, port }: URL,
  requests: readonly Buffer[],
  everyMs: number,
  stopping: AbortSignal,
  events: ConnectionEvents,
): Promise<void> {
  const room = Buffer.allocUnsafeSlow(READ_BYTES);
  let next = 0;
  while (!stopping.aborted) await askUntilClosed();

  function askUntilClosed(): Promise<void> {
    return new Promise((resolve) => {
      const reader = new AnswerReader();
      let sentAt = 0;
      let isExpected = false;

      const sendInTime = () => {
        const wait = sentAt + everyMs - performance.now();
        if (wait > 0) setTimeout(send, wait);
        else send();
      };
      const send = () => {
        if (stopping.aborted) return;
        sentAt = performance.now();
        socket.write(requests[next++ % requests.length]!);
      };
      const end = () => {
        isExpected = true;
        socket.destroy();
      };
      const take = (data: Buffer) => {
        const answer = reader.read(data);
        if (!answer) return;
        events.onAnswer(answer, performance.now() - sentAt);
        if (answer.closes) end();
        else if (!stopping.aborted) sendInTime();
      };
      const socket = connect({
        host: hostname,
        port: Number(port),
        noDelay: true,
        // One place for all that is read, instead of new memory for each piece.
        onread: { buffer: room, callback: (length) => (take(room.subarray(0, length)), true) },
      });
      stopping.addEventListener('abort', end, { once: true });
      socket.setTimeout(PATIENCE_MS, () => socket.destroy());
      socket.on('connect', send);
      // `close` comes after it.
      socket.on('error', () => {});
      socket.on('close', () => {
        stopping.removeEventListener('abort', end);
        if (!isExpected) events.onFailure();
        resolve();
      });
    });
  }
}
