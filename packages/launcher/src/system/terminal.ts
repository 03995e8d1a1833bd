import type { WriteStream } from 'node:tty';
import { createSupportsHyperlinks } from 'supports-hyperlinks';

export interface Terminal {
  /** One or more whole lines. */
  say(text: string): void;
  /** An address: one to click on where the terminal knows how to, else as it is. */
  link(url: string): string;
  /** A person watches: bars may move. */
  readonly isInteractive: boolean;
  readonly stream: NodeJS.WritableStream;
}

export function createTerminal(stream: NodeJS.WritableStream): Terminal {
  // The reader of a pipe may leave (`npm start | head`): the system runs on without it.
  stream.on('error', () => {});
  const isLinking = createSupportsHyperlinks(stream as WriteStream);
  return {
    say: (text) => void stream.write(`${text}\n`),
    link: (url) => (isLinking ? `\u001B]8;;${url}\u0007${url}\u001B]8;;\u0007` : url),
    isInteractive: (stream as WriteStream).isTTY === true,
    stream,
  };
}

/** Milliseconds as seconds with one decimal: `1.3 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A count with thousands apart: `20,000`. */
export function count(value: number): string {
  return value.toLocaleString('en');
}
