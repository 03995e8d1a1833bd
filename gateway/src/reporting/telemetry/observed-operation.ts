import { AsyncLocalStorage } from 'node:async_hooks';
import { isErrorCode } from '@yiwang/errors';
import { type Client, PUBLIC_CLIENT } from '@yiwang/identity';
import type { GraphQLFormattedError } from 'graphql';
import { OTHER } from './operation-names.ts';

/** Who asks, as far as metrics and traces say. */
export type ClientKind = 'anonymous' | 'person' | 'department' | 'application' | 'unknown';

/**
 * How an operation ended: `complete` or `with_errors` when it was executed; `invalid` when it could not be; `refused` by a stage of the
 * pipeline; `abandoned` by a client that left; `failed` by a fault of ours.
 */
export type OperationEnd = 'complete' | 'with_errors' | 'invalid' | 'refused' | 'abandoned' | 'failed';

/** An error of an answer. */
export interface ObservedError {
  /** Of docs/errors.md; OTHER for a code of a department's own. */
  code: string;
  /** Empty when it is none of a department. */
  department: string;
}

/** What is noted of one operation while it passes the pipeline. It holds nothing that a client wrote. */
export interface ObservedOperation {
  /** See createOperationNames. */
  name: string;
  client: ClientKind;
  kind: 'single' | 'subscription';
  variant: string;
  end: OperationEnd;
  errors: readonly ObservedError[];
}

/** The operation that the current code works for. Only set while metrics or traces are on. */
export const observedOperation = new AsyncLocalStorage<ObservedOperation>();

/** Further errors of one answer say nothing new. */
const MAX_ERRORS = 100;

export function newObservedOperation(): ObservedOperation {
  return { name: OTHER, client: 'unknown', kind: 'single', variant: '', end: 'failed', errors: [] };
}

export function clientKindOf({ id, user, department }: Client): ClientKind {
  if (id === PUBLIC_CLIENT.id) return 'anonymous';
  if (user !== null) return 'person';
  return department === null ? 'application' : 'department';
}

/** @param departments names that may stand in a label */
export function observedErrors(
  errors: readonly GraphQLFormattedError[],
  departments: ReadonlySet<string>,
): ObservedError[] {
  return errors.slice(0, MAX_ERRORS).map(({ extensions = {} }) => {
    const { code, department } = extensions as { code?: unknown; department?: unknown };
    return {
      code: isErrorCode(code) ? code : 'OTHER',
      department: typeof department === 'string' && departments.has(department) ? department : '',
    };
  });
}
