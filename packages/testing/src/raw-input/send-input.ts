import { connect } from 'node:net';

export interface Outcome {
  /** Status of each answer. */
  statuses: number[];
  answer: string;
  /** True when the other side had not closed the connection in time. */
  isOpen: boolean;
}

const STATUS = /(?:^|\r\n|\})HTTP\/1\.1 (\d{3}) /g;
/** Beyond it an answer is not kept. */
const KEPT_CHARACTERS = 100_000;

/** Sends the bytes over a connection of its own, says that there are no more, and reads until the other side closes it. */
export function sendInput({ hostname, port }: URL, bytes: Buffer, patienceMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    let answer = '';
    let isOpen = false;
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.end(bytes));
    const timer = setTimeout(() => {
      isOpen = true;
      socket.destroy();
    }, patienceMs);
    socket.on('data', (data) => {
      if (answer.length < KEPT_CHARACTERS) answer += data.toString('latin1');
    });
    // It closes the connection on what is not HTTP, and may not read all of it.
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ statuses: [...answer.matchAll(STATUS)].map(([, status]) => Number(status)), answer, isOpen });
    });
  });
}
