import { InvalidArgumentError } from 'commander';

/** Reads a number above 0, for commander. */
export function positive(text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}

/** Writes a line. */
export function say(stream: NodeJS.WriteStream, text: string): void {
  stream.write(`${text}\n`);
}
