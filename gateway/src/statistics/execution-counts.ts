import type { IncomingHttpHeaders } from 'node:http';
import { PUBLIC_CLIENT } from '@yiwang/identity';

/** Above these, executions are no longer told apart until the next report, and count as lost. */
const MOST_KEYS = 4096;
const MOST_CHARACTERS = 10_000_000;
const LONGEST_NAME = 200;

export interface Execution {
  variant: string;
  /** {@link Client.id}. */
  client: string;
  headers: IncomingHttpHeaders;
  /** The document as it was sent. */
  source: string;
  /** As the request names it; undefined when it does not. */
  operationName: string | undefined;
  failed: boolean;
}

export interface Tally {
  variant: string;
  /** Whether `client` is whom a token names; else it is what the header says, as it was sent. */
  isSignedIn: boolean;
  client: string | undefined;
  /** As it was sent. */
  clientVersion: string | undefined;
  operationName: string | undefined;
  executions: number;
  failed: number;
}

/** What was counted in a while. */
export interface Counted {
  /** By document, and for each document by whatever else tells executions apart. */
  documents: ReadonlyMap<string, ReadonlyMap<string, Tally>>;
  /** Executions that there was no room for. */
  lost: number;
}

export interface ExecutionCounts {
  /** On the way of each request: one look-up by the document, one by the caller. */
  add(execution: Execution): void;
  /** Takes out everything. */
  take(): Counted;
}

/** @param samplePercent share of the executions that are counted, each for as many as it stands for */
export function createExecutionCounts(samplePercent: number): ExecutionCounts {
  let documents = new Map<string, Map<string, Tally>>();
  let keys = 0;
  let characters = 0;
  let lost = 0;
  const weight = 100 / samplePercent;

  /** Undefined when there is no room for another. */
  function tallyFor({ variant, client: id, headers, source, operationName }: Execution): Tally | undefined {
    const isSignedIn = id !== PUBLIC_CLIENT.id;
    const client = isSignedIn ? id : nameOf(headers['graphql-client-name']);
    const clientVersion = nameOf(headers['graphql-client-version']);
    // None of these has a line break in it.
    const key = `${variant}\n${isSignedIn}\n${client ?? ''}\n${clientVersion ?? ''}\n${nameOf(operationName) ?? ''}`;
    let tallies = documents.get(source);
    const known = tallies?.get(key);
    if (known) return known;
    if (keys >= MOST_KEYS || (!tallies && characters + source.length > MOST_CHARACTERS)) return undefined;
    if (!tallies) {
      tallies = new Map();
      documents.set(source, tallies);
      characters += source.length;
    }
    const tally = { variant, isSignedIn, client, clientVersion, operationName, executions: 0, failed: 0 };
    tallies.set(key, tally);
    keys++;
    return tally;
  }

  return {
    add(execution) {
      if (samplePercent < 100 && Math.random() * 100 >= samplePercent) return;
      const tally = tallyFor(execution);
      if (!tally) {
        lost += weight;
        return;
      }
      tally.executions += weight;
      if (execution.failed) tally.failed += weight;
    },
    take() {
      const counted = { documents, lost: Math.round(lost) };
      documents = new Map();
      keys = 0;
      characters = 0;
      lost = 0;
      return counted;
    },
  };
}

/** No longer than is kept. */
function nameOf(given: string | readonly string[] | undefined): string | undefined {
  const name = typeof given === 'object' ? given.join() : given;
  return name && name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) : name;
}
