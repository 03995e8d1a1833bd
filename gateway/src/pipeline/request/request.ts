import type { IncomingHttpHeaders } from 'node:http';
import type { Caller, ConditionalReads, Requester } from '@yiwang/engine';
import type { Client, Grant, Purpose } from '@yiwang/identity';
import type { OnRevoked } from '../authorization/revocation.ts';
import type { MediaType, PartsFormat } from '../content-negotiation/media-type.ts';
import type { OperationCost } from '../cost/document-cost.ts';
import type { HeldMandates } from '../authorization/mandates.ts';
import type { Outcome } from './answer.ts';
import type { ResponseHeaders } from './response-headers.ts';

/** A GraphQL request as it came by HTTP or WebSocket. */
export interface Incoming {
  method: string;
  headers: IncomingHttpHeaders;
  /** The accept header of single answers, where the transport wraps them; left out to use that of the client. */
  accept?: string;
  /** The query string with its question mark; empty when there is none. */
  search: string;
  /** Parsed JSON; undefined when there is none. */
  body: unknown;
  /** Aborts when the client disconnects before the answer, or when the time of the operation is over. */
  controller: AbortController;
  /** Client address, used for rate limiting. */
  address: string;
  /** Address of the connection: that of the client, or of a proxy. Left out of what is not traced. */
  peer?: string | undefined;
  /** Headers that stages set on every response, including streams. */
  answerHeaders: ResponseHeaders;
  /** Id of the request in logs, here and at subgraphs: one plain word. */
  requestId: string;
}

/** After authentication. */
export interface Identified extends Incoming {
  client: Client;
  /** Null when the request names none. */
  purpose: Purpose | null;
  /** When the client's token expires; null for an anonymous client. */
  signedInUntil: Date | null;
  /** The principal, for the engine; undefined when the gateway denies nobody anything. */
  caller: Caller | undefined;
  /** Tells the caller for whom the person acts, once, before the engine sees it; undefined without a caller. */
  actBy: ((held: HeldMandates) => void) | undefined;
  /** Whose share of the planner a new operation uses: that of the client, or of the address of an anonymous one. */
  requester: Requester;
  /** The client's active grants. */
  grants: readonly Grant[];
  /** Notifies long-lived operations when access is revoked. */
  onRevoked: OnRevoked;
}

/** The parameters of a GraphQL request, decoded once from its body or query string. */
export interface GraphqlParams {
  /** The document, not yet parsed; empty when there is none. */
  query: string;
  /** Undefined when the request names none. */
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
  extensions: Record<string, unknown> | undefined;
  documentId: unknown;
  /** False when a parameter has the wrong type: Apollo Server explains it to the client. */
  isWellFormed: boolean;
  /** True when the request named its document by a hash, which extensions then leave out. */
  isPersisted: boolean;
}

/** After its parameters were read. */
export interface ParsedRequest extends Identified {
  /** The media type of the answer. */
  mediaType: MediaType;
  /** The format in which the client accepts an answer in parts (`@defer`); null for none. */
  parts: PartsFormat | null;
  params: GraphqlParams;
  /** True when the operation itself holds a credential; see createChooseVariant. */
  byCredential?: boolean;
  /** Set by the document limits: false for a client that may not introspect. */
  mayReadSchema?: boolean;
  /** Set by the document limits; undefined when the document has no such operation. */
  cost?: OperationCost;
  /** Awaited before an event or a deferred part with conditional data is sent. */
  onReads?: (reads: ConditionalReads, outcome: Outcome) => Promise<void>;
}
