import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import type { MediaType } from './http/media-type.ts';

/** A request for GraphQL, as HTTP brought it. */
export interface Incoming extends HTTPGraphQLRequest {
  /** Aborts when the caller goes away before the answer. */
  signal: AbortSignal;
}

/** After `read`: it may be GraphQL, and it is known how to answer. */
export interface Readable extends Incoming {
  /** What the caller wants to be answered with. */
  mediaType: MediaType;
  /** The GraphQL document, not yet parsed; empty when there is none. */
  source: string;
}

export interface Stages {
  read(request: Incoming): Readable;
  limit(request: Readable): Readable;
  execute(request: Readable): Promise<HTTPGraphQLResponse>;
}

/**
 * Answers one request. Read this function first: it is the whole gateway.
 *
 * The order is deliberate: how much is asked comes before validating and planning, which cost more
 * than any other work here and grow faster than the text of the query.
 *
 * @throws PublicError when a stage refuses the request
 */
export async function answer(request: Incoming, stages: Stages): Promise<HTTPGraphQLResponse> {
  const readable = stages.read(request);
  const admitted = stages.limit(readable);
  return stages.execute(admitted);
}
