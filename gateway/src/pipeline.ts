import type { IncomingHttpHeaders } from 'node:http';
import type { Caller, ConditionalReads, TextRequest } from '@yiwang/engine';
import type { Client, Grant, Purpose } from '@yiwang/identity';
import { endOnLapse } from './access/end-on-lapse.ts';
import type { OnLapse } from './access/lapse.ts';
import type { OperationCost } from './cost/document-cost.ts';
import type { MediaType } from './http/media-type.ts';

/** A request for GraphQL, as HTTP brought it. */
export interface Incoming {
  method: string;
  headers: IncomingHttpHeaders;
  /** From the question mark on; empty when there is none. */
  search: string;
  /** Parsed JSON; undefined when there is none. */
  body: unknown;
  /** Aborts when the caller goes away before the answer, or the time for it is over. */
  signal: AbortSignal;
  /** Where it comes from, as far as that stands for one caller. */
  address: string;
  /** What stages add to the headers of the answer, whichever it is. */
  answerHeaders: Record<string, string>;
  /** Names the request in logs, here and at departments: one plain word. */
  requestId: string;
}

/** After `authenticate`: it is known who asks, and what for. */
export interface Identified extends Incoming {
  client: Client;
  /** Null when the caller names none. */
  purpose: Purpose | null;
  /** When the client's token has expired; null for one that did not sign in. */
  signedInUntil: Date | null;
  /** What the client may read, for the engine; undefined when the gateway refuses nobody anything. */
  caller: Caller | undefined;
  /** Of the client, those that are in force. */
  grants: readonly Grant[];
  /** For what goes on for longer than one answer. */
  onLapse: OnLapse;
}

/** After `read`: it may be GraphQL, and it is known how to answer. */
export interface Readable extends Identified {
  /** What the caller wants to be answered with. */
  mediaType: MediaType;
  /** The GraphQL document, not yet parsed; empty when there is none. */
  source: string;
  /** The request, where nothing about its form needs to be explained to the caller; null otherwise. */
  plain: TextRequest | null;
  /** After `limit`: false for a caller who may not introspect. */
  mayReadSchema?: boolean;
  /** After `limit`; undefined where there is nothing to reckon. */
  cost?: OperationCost;
  /** Waited for before an event or a deferred part is given out that holds conditional data. */
  onReads?: (reads: ConditionalReads, outcome: Outcome) => Promise<void>;
}

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
  /** More of the body, sent piece by piece, each when the caller has taken those before. */
  later?: AsyncIterable<string>;
  /** Undefined when no operation was executed. */
  outcome?: Outcome | undefined;
  /** Undefined when no conditional data was read. */
  reads?: ConditionalReads | undefined;
}

/** How an operation ended that was executed; deferred parts are not waited for. */
export type Outcome = 'COMPLETE' | 'WITH_ERRORS';

/** Answers to one operation, each the JSON of a body; who does not want them any longer calls `return`. */
export type Answers = AsyncIterator<string, undefined>;

export interface Stages {
  authenticate(request: Incoming): Promise<Identified> | Identified;
  admit(request: Identified): Promise<Identified>;
  read(request: Identified): Readable;
  limit(request: Readable): Promise<Readable> | Readable;
  /** Null when the request is not a subscription that can run. */
  subscribe(request: Readable): Promise<Answers | null>;
  execute(request: Readable): Promise<Answer>;
}

/**
 * Answers one request. Read this function first: it is the whole gateway.
 *
 * The order is deliberate: who asks comes first, because nobody else is answered in detail; then how often; how much is asked comes before
 * validating and planning, which cost more than any other work here and grow faster than the text of the query.
 *
 * @throws PublicError when a stage refuses the request
 */
export async function answer(request: Incoming, stages: Stages): Promise<Answer> {
  return stages.execute(await prepare(request, stages));
}

/**
 * As {@link answer}, for a caller that can take one answer after the other.
 *
 * @throws PublicError when a stage refuses the request
 */
export async function follow(request: Incoming, stages: Stages): Promise<Answer | Answers> {
  const admitted = await prepare(request, stages);
  const answers = await stages.subscribe(admitted);
  return answers ? endOnLapse(answers, admitted.onLapse) : stages.execute(admitted);
}

async function prepare(request: Incoming, stages: Stages): Promise<Readable> {
  const known = stages.authenticate(request);
  // A promise less for whoever is known at once.
  const identified = known instanceof Promise ? await known : known;
  const admitted = await stages.admit(identified);
  return stages.limit(stages.read(admitted));
}
