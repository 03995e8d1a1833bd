import type { Access } from './access-record.ts';
import { hashOf, textOf } from './record-text.ts';

/** The end of a log. */
export interface Position {
  /** Of the last record; 0 when there is none. */
  sequence: number;
  /** Of the last record; see {@link beginningOf} when there is none. */
  hash: string;
}

/** Where the log of a gateway begins. */
export function beginningOf(gateway: string): Position {
  return { sequence: 0, hash: hashOf(JSON.stringify(['yiwang-access-log', gateway])) };
}

/** A record with what follows from its text. */
export interface ChainedText extends Position {
  text: string;
}

/** The record of an access behind the end of a log. */
export function chain(access: Access, gateway: string, end: Position): ChainedText {
  const sequence = end.sequence + 1;
  const text = textOf({ ...access, gateway, sequence, previous: end.hash });
  return { text, sequence, hash: hashOf(text) };
}
