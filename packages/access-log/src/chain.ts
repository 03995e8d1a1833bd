import { type Access, subgraphOfLog } from './access-record.ts';
import { hashOf, textOf } from './record-text.ts';

/** The end of a log. */
export interface Position {
  /** Of the last record; 0 when there is none. */
  sequence: number;
  /** Of the last record; see {@link beginningOf} when there is none. */
  hash: string;
}

/** Where a log begins, by its name; see logOf. */
export function beginningOf(log: string): Position {
  return { sequence: 0, hash: hashOf(JSON.stringify(['yiwang-access-log', log])) };
}

/** A record with what follows from its text. */
export interface ChainedText extends Position {
  text: string;
}

/** What is written down. In the log of a department it says which gateway asked. */
export type Entry = Access & { gateway?: string };

/** The record of an access behind the end of a log; see logOf. */
export function chain({ gateway, ...access }: Entry, log: string, end: Position): ChainedText {
  const sequence = end.sequence + 1;
  const subgraph = subgraphOfLog(log);
  const owner = subgraph === null ? { gateway: log } : { gateway: gateway ?? '', subgraph };
  const text = textOf({ ...access, ...owner, sequence, previous: end.hash });
  return { text, sequence, hash: hashOf(text) };
}
