import type { IncomingHttpHeaders } from 'node:http';
import { PUBLIC_CLIENT } from '@yiwang/identity';

/** Beyond these limits, executions count as lost until the next report. */
const MAX_KEYS = 4096;
const MAX_CHARACTERS = 10_000_000;
const MAX_NAME = 200;
/** The names of anonymous clients are unverified; beyond this number of names and versions they count without one. */
const MAX_ANONYMOUS_NAMES = 50;
/** Share of the keys and characters for anonymous clients, so that signed-in clients always have room. */
const ANONYMOUS_SHARE = 0.5;

export interface Execution {
  variant: string;
  /** {@link Client.id}. */
  client: string;
  headers: IncomingHttpHeaders;
  /** The document as the client sent it. */
  source: string;
  /** The name in the request; undefined when it has none. */
  operationName: string | undefined;
  failed: boolean;
}

export interface Tally {
  variant: string;
  /** True when `client` comes from a token; else it comes unverified from a header. */
  isSignedIn: boolean;
  client: string | undefined;
  /** From a header, unverified. */
  clientVersion: string | undefined;
  operationName: string | undefined;
  executions: number;
  failed: number;
}

/** What was counted since the last report. */
export interface Counted {
  /** By document, and for each document by variant, client and operation name. */
  documents: ReadonlyMap<string, ReadonlyMap<string, Tally>>;
  /** Executions for which there was no room. */
  lost: number;
}

export interface ExecutionCounts {
  /** Counts one execution, by two look-ups. */
  add(execution: Execution): void;
  /** Returns the counts and begins anew. */
  take(): Counted;
}

/**
 * Creates the counts of executions.
 *
 * @param samplePercent share of the executions that are counted; counts are scaled up accordingly
 */
export function createExecutionCounts(samplePercent: number): ExecutionCounts {
  let documents = new Map<string, Map<string, Tally>>();
  let keys = 0;
  let characters = 0;
  let anonymousKeys = 0;
  let anonymousCharacters = 0;
  let anonymousNames = new Set<string>();
  let lost = 0;
  const weight = 100 / samplePercent;

  /** Returns the tally of an execution; undefined when there is no room for another. */
  function tallyFor({ variant, client: id, headers, source, operationName }: Execution): Tally | undefined {
    const isSignedIn = id !== PUBLIC_CLIENT.id;
    let client = isSignedIn ? id : nameOf(headers['graphql-client-name']);
    let clientVersion = nameOf(headers['graphql-client-version']);
    if (!isSignedIn && (client || clientVersion) && !hasRoomFor(`${client}\n${clientVersion}`)) {
      client = undefined;
      clientVersion = undefined;
    }
    // None of these has a line break in it.
    const key = `${variant}\n${isSignedIn}\n${client ?? ''}\n${clientVersion ?? ''}\n${nameOf(operationName) ?? ''}`;
    let tallies = documents.get(source);
    const existing = tallies?.get(key);
    if (existing) return existing;
    if (keys >= MAX_KEYS || (!tallies && characters + source.length > MAX_CHARACTERS)) return undefined;
    if (!isSignedIn) {
      const length = tallies ? 0 : source.length;
      if (anonymousKeys >= MAX_KEYS * ANONYMOUS_SHARE) return undefined;
      if (anonymousCharacters + length > MAX_CHARACTERS * ANONYMOUS_SHARE) return undefined;
      anonymousKeys += 1;
      anonymousCharacters += length;
    }
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

  function hasRoomFor(name: string): boolean {
    if (anonymousNames.has(name)) return true;
    if (anonymousNames.size >= MAX_ANONYMOUS_NAMES) return false;
    anonymousNames.add(name);
    return true;
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
      anonymousKeys = 0;
      anonymousCharacters = 0;
      anonymousNames = new Set();
      lost = 0;
      return counted;
    },
  };
}

/** Returns a name, cut to the length that is kept. */
function nameOf(given: string | readonly string[] | undefined): string | undefined {
  const name = typeof given === 'object' ? given.join() : given;
  return name && name.length > MAX_NAME ? name.slice(0, MAX_NAME) : name;
}
