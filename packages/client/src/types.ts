import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/**
 * An operation with the types of its answer and variables: a TypedDocumentString of GraphQL Code Generator
 * (`documentMode: 'string'`), or any string or object whose text is GraphQL.
 */
export interface Document<Data, Variables> extends DocumentTypeDecoration<Data, Variables> {
  /** The text of the operation with its fragments. */
  toString(): string;
  /** `hash` is the SHA-256 of the text, with or without `sha256:` before it. */
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
}

export interface ClientOptions {
  /** Where the gateway serves GraphQL. */
  url: string;
  /** Headers of each request, such as `authorization`; called for each, so that a token is fresh. What it throws, the call throws. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>;
  fetch?: typeof fetch;
  /** Whether to send the hash of a document instead of its text (trusted documents); false by default. */
  sendsHashes?: boolean;
  /**
   * Milliseconds until a query or mutation is given up, its retries included; of a stream, milliseconds without a part of
   * the answer. 15,000 by default.
   */
  timeoutMs?: number;
  /** How many times a read is sent again that got no answer; 2 by default. Mutations are sent once. */
  retries?: number;
}

/** Asks the graph. What the network or the server does is in the answer; no call throws for it. */
export interface Client {
  query<Data, Variables>(
    document: Document<Data, Variables>,
    variables: Variables,
    options?: AskOptions,
  ): Promise<Answer<Data>>;
  /** Sends a mutation once. With NO_ANSWER or OPERATION_TIMEOUT it may have taken effect. */
  mutate<Data, Variables>(
    document: Document<Data, Variables>,
    variables: Variables,
    options?: AskOptions,
  ): Promise<Answer<Data>>;
  /** Asks a query with `@defer`, and yields the answer again with each part that has come. */
  stream<Data, Variables>(
    document: Document<Data, Variables>,
    variables: Variables,
    options?: AskOptions,
  ): AsyncIterable<StreamedAnswer<Data>>;
  /**
   * Yields an answer for each event, and subscribes again when the connection is lost or the gateway interrupts it. Before that
   * it yields an answer without data whose problem has `canRetry`: events may be missed, so query once for what has changed.
   */
  subscribe<Data, Variables>(
    document: Document<Data, Variables>,
    variables: Variables,
    options?: AskOptions,
  ): AsyncIterable<Answer<Data>>;
}

export interface AskOptions {
  /** What conditional data is read for. */
  purpose?: Purpose;
  /** Aborts the request: the call throws the signal's reason, an AbortError. */
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/** Each of one line, 1 to 200 characters. */
export interface Purpose {
  /** The legal basis 依据. */
  basis: string;
  /** The case number 案件编号. */
  caseNumber: string;
  /** The requester 请求人: a person or a system. */
  requester: string;
}

export interface Answer<Data> {
  /** Null when nothing was answered; otherwise what was, with null for fields that have a problem. */
  data: Data | null;
  problems: readonly Problem[];
}

export interface StreamedAnswer<Data> extends Answer<Data> {
  /** False while parts are still to come. */
  isComplete: boolean;
}

/** Why something is missing in an answer. */
export interface Problem {
  /** `extensions.code` of the gateway; NO_ANSWER when no GraphQL answer came. */
  code: string;
  message: string;
  /** The place by response names; empty when the whole answer is missing. */
  path: readonly (string | number)[];
  /** The department that failed, or whose error it is. */
  department: string | null;
  /** The field that the client may not read, such as `Taxpayer.arrears`. */
  coordinate: string | null;
  /** The catalogue's code of the data resource that the field belongs to. */
  resource: string | null;
  /** The sharing class of the field: UNCONDITIONAL, CONDITIONAL or NOT_SHARED. */
  sharing: string | null;
  /** What is missing: GRANT, PURPOSE, SCOPE, SIGN_IN, …; departments give reasons of their own. */
  reason: string | null;
  /** The fields to apply for, with the mutation applyForSharing. */
  applyFor: readonly string[];
  /** What to do about a denial, in a sentence. */
  howTo: string | null;
  /** Whether the same request may succeed later. */
  canRetry: boolean;
}
