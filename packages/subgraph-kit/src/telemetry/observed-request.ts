import { AsyncLocalStorage } from 'node:async_hooks';
import { isErrorCode } from '@yiwang/errors';
import { PUBLIC_CLIENT } from '@yiwang/identity';
import { Kind, type OperationTypeNode } from 'graphql';
import type { ReadOperation } from '../execute/operation-reader.ts';
import type { Principal } from '../trust/identify.ts';

/** What is noted of one request while it is answered. It holds nothing that a client wrote. */
export interface ObservedRequest {
  /**
   * The root field when there is one, `several`, or `none` for what never became an operation: field names are those of the schema, while
   * anyone may make up names of operations.
   */
  operation: string;
  type: OperationTypeNode | 'none';
  client: 'anonymous' | 'person' | 'department' | 'application' | 'unsigned' | 'unknown';
  /** `executed`, also with errors; `refused` with an HTTP status; `failed` by a fault of ours. */
  end: 'executed' | 'refused' | 'failed';
  /** Codes of the errors in the answer; OTHER for one that docs/errors.md does not have. */
  codes: string[];
  /** Called when it is known who asks, and whether a gateway vouches for it. */
  onIdentified?: (isOfGateway: boolean) => void;
  /** Called when the stream of a subscription is open. */
  onOpen?: () => void;
  /** Runs what answers an event of a subscription. */
  onEvent?: <Result>(answer: () => Promise<Result>) => Promise<Result>;
}

/** The request that the current code works for. Only set while metrics or traces are on. */
export const observedRequest = new AsyncLocalStorage<ObservedRequest>();

/** Further errors of one answer say nothing new. */
const MAX_CODES = 100;

export function newObservedRequest(): ObservedRequest {
  return { operation: 'none', type: 'none', client: 'unknown', end: 'executed', codes: [] };
}

export function noteCode(request: ObservedRequest, code: unknown): void {
  if (request.codes.length < MAX_CODES) request.codes.push(isErrorCode(code) ? code : 'OTHER');
}

export function noteOperation(request: ObservedRequest, { operation }: ReadOperation): void {
  const { selections } = operation.selectionSet;
  const [first] = selections;
  request.type = operation.operation;
  request.operation = selections.length === 1 && first?.kind === Kind.FIELD ? first.name.value : 'several';
}

export function clientKindOf({ assertion }: Principal, isUnsigned: boolean): ObservedRequest['client'] {
  if (!assertion) return isUnsigned ? 'unsigned' : 'anonymous';
  if (assertion.client === PUBLIC_CLIENT.id) return 'anonymous';
  if (assertion.user !== null) return 'person';
  return assertion.department === null ? 'application' : 'department';
}
