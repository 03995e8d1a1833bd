import { ERROR_CODES, isPublicError } from '@yiwang/errors';
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { compileVariableCoercion, type CoerceVariables } from './coerce-variables.ts';
import { planRequestKey, type PlanRequest } from '../core/plan-request.ts';
import type { Requester } from '../core/caller.ts';
import type { PreparedOperation } from './prepare-operation.ts';
import { setImmediate as letOthersRun, setTimeout as sleep } from 'node:timers/promises';

// The approximate memory of an operation, measured on operations of one to 24 fetches and 60 to 7,000 characters.
const BYTES = 15_000;
const BYTES_PER_CHARACTER = 12;
const BYTES_PER_CHARACTER_OF_PLAN = 10;
const MAX_BYTES = 64 * 1024 * 1024;
/** Memory for a text that was refused. */
const REFUSED_BYTES = 500;
/** How long an operation that could not be planned is not retried. */
const RETRY_AFTER_MS = 300_000;
/** Maximum number of requesters of one operation whose shares of the planner count. */
const MAX_JOINED = 16;

/** A cached operation, ready to run. */
export interface CachedOperation {
  planRequest: PlanRequest;
  isQuery: boolean;
  isSubscription: boolean;
  prepared: PreparedOperation;
  coerce: CoerceVariables;
}

export interface OperationCache {
  /**
   * Returns the operation at once when it is cached, or a promise while it is being prepared. Null for a text that
   * is not a valid operation or cannot be planned: the server looks at it again with `prepare` to explain the
   * error.
   */
  find(
    planRequest: PlanRequest,
    requester?: Requester,
  ): CachedOperation | null | Promise<CachedOperation | null>;
  /**
   * Like `find`, for a document that has been parsed and validated.
   *
   * @throws PublicError when it cannot be planned
   */
  prepare(
    planRequest: PlanRequest,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    requester?: Requester,
  ): Promise<CachedOperation>;
  /** The operations that are ready, most recently used first. */
  latest(): Iterable<CachedOperation>;
  /** Prepares an operation of another graph if it is valid here too. Never fails. */
  takeOver(operation: CachedOperation): Promise<void>;
  /** Marks these as used, one after the other. */
  touch(operations: Iterable<CachedOperation>): void;
}

export type Prepare = (
  planRequest: PlanRequest,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  /** The requesters; more may join while it is being prepared. */
  requesters: readonly Requester[],
  before?: PreparedOperation,
) => Promise<PreparedOperation>;

interface Preparing {
  entry: Promise<Entry>;
  requesters: Requester[];
}

/** Has no operation for a text that is refused: permanently when there is no failure. */
interface Entry {
  operation: CachedOperation | null;
  failure: { error: Error; until: number } | null;
}

const INVALID: Entry = { operation: null, failure: null };

/**
 * Caches operations by everything that their plans depend on, so that parsing, validating, planning and compiling
 * happen once, even for concurrent requests. Bounded in bytes; the least recently used are evicted first.
 */
export function createOperationCache(schema: GraphQLSchema, prepare: Prepare): OperationCache {
  const entries = new LRUCache<string, Entry>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ operation }, key) =>
      operation ? bytesOf(operation, key) : REFUSED_BYTES + key.length * 2,
  });
  const preparing = new Map<string, Preparing>();

  function findEntry(key: string): Entry | undefined {
    const entry = entries.get(key);
    const isOver = entry?.failure && entry.failure.until < performance.now();
    return isOver ? undefined : entry;
  }

  function begin(
    key: string,
    planRequest: PlanRequest,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    requester?: Requester,
    before?: PreparedOperation,
  ): Promise<Entry> {
    const joined = join(key, requester);
    if (joined) return joined;
    const requesters = requester ? [requester] : [];
    const entry = makeEntry(schema, prepare, planRequest, document, operation, requesters, before).then(
      (made) => {
        preparing.delete(key);
        if (!made.failure || isForLong(made.failure.error)) entries.set(key, made);
        return made;
      },
    );
    preparing.set(key, { entry, requesters });
    return entry;
  }

  /**
   * Returns null when the operation is not being prepared. A requester that joins contributes its own share of the
   * planner.
   */
  function join(key: string, requester: Requester | undefined): Promise<Entry> | null {
    const begun = preparing.get(key);
    if (!begun) return null;
    const { entry, requesters } = begun;
    if (requester && requesters.length > 0 && requesters.length < MAX_JOINED) requesters.push(requester);
    return entry;
  }

  return {
    find(planRequest, requester) {
      const key = planRequestKey(planRequest);
      const entry = findEntry(key);
      if (entry) return entry.operation;
      const begun = join(key, requester);
      if (begun) return begun.then(({ operation }) => operation);
      const valid = readOperation(schema, planRequest);
      if (!valid) {
        entries.set(key, INVALID);
        return null;
      }
      return begin(key, planRequest, valid.document, valid.operation, requester).then(
        ({ operation }) => operation,
      );
    },
    async prepare(planRequest, document, operation, requester) {
      const key = planRequestKey(planRequest);
      const entry = findEntry(key);
      const made =
        entry && entry !== INVALID ? entry : await begin(key, planRequest, document, operation, requester);
      if (made.failure) throw made.failure.error;
      return made.operation!;
    },
    *latest() {
      for (const { operation } of entries.values()) if (operation) yield operation;
    },
    async takeOver({ planRequest, prepared }) {
      const valid = readOperation(schema, planRequest);
      if (valid)
        await begin(
          planRequestKey(planRequest),
          planRequest,
          valid.document,
          valid.operation,
          undefined,
          prepared,
        );
    },
    touch(operations) {
      for (const { planRequest } of operations) entries.get(planRequestKey(planRequest));
    },
  };
}

async function makeEntry(
  schema: GraphQLSchema,
  prepare: Prepare,
  planRequest: PlanRequest,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  requesters: readonly Requester[],
  before?: PreparedOperation,
): Promise<Entry> {
  // The plan request may be a whole client request, which must not be retained.
  const { query, operationName, overrides, denied, given, isNumbered } = planRequest;
  const own = { query, operationName, overrides, denied, given, isNumbered };
  try {
    const prepared = await prepare(own, document, operation, requesters, before);
    return { operation: asCached(schema, own, operation, prepared), failure: null };
  } catch (error) {
    return {
      operation: null,
      failure: { error: error as Error, until: performance.now() + RETRY_AFTER_MS },
    };
  }
}

/** Returns null when the text contains no such operation that is valid here. */
function readOperation(schema: GraphQLSchema, { query, operationName }: PlanRequest) {
  const document = parseOrNull(query);
  const operation = document && getOperationAST(document, operationName);
  return operation && isValid(schema, document) ? { document, operation } : null;
}

function bytesOf({ prepared }: CachedOperation, key: string): number {
  return BYTES + key.length * BYTES_PER_CHARACTER + prepared.planCharacters * BYTES_PER_CHARACTER_OF_PLAN;
}

function asCached(
  schema: GraphQLSchema,
  planRequest: PlanRequest,
  operation: OperationDefinitionNode,
  prepared: PreparedOperation,
): CachedOperation {
  const definitions = withoutLocations(operation.variableDefinitions ?? []);
  return {
    planRequest,
    isQuery: operation.operation === OperationTypeNode.QUERY,
    isSubscription: operation.operation === OperationTypeNode.SUBSCRIPTION,
    prepared,
    coerce: compileVariableCoercion(schema, definitions),
  };
}

/** A location retains every token of the document. */
function withoutLocations<Nodes>(nodes: Nodes): Nodes {
  return JSON.parse(JSON.stringify(nodes, (key, value: unknown) => (key === 'loc' ? undefined : value)));
}

/** Returns false for errors that may be gone in a moment. */
function isForLong(error: Error): boolean {
  return !isPublicError(error) || ERROR_CODES[error.code].retry === 'never';
}

function isValid(schema: GraphQLSchema, document: DocumentNode): boolean {
  try {
    return validate(schema, document).length === 0;
  } catch {
    // The validation rule for single-field subscriptions throws where a condition depends on a variable.
    return false;
  }
}

function parseOrNull(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}

/**
 * Prepares the operations that another graph used most recently, the latest first, until the time is over or the
 * engine stops. Operations that are no longer valid, or can no longer be planned, are skipped.
 *
 * @param budgetMs milliseconds
 */
export async function warmUp(
  operations: OperationCache,
  before: OperationCache,
  budgetMs: number,
  stopping: AbortSignal,
): Promise<void> {
  const done = new AbortController();
  let isOver = false;
  const over = sleep(budgetMs, undefined, { signal: AbortSignal.any([stopping, done.signal]) })
    .catch(() => {})
    .then(() => {
      isOver = true;
    });
  const latest = [...before.latest()];
  for (const entries of latest) {
    // A plan may not take longer than the warm-up.
    await Promise.race([operations.takeOver(entries), over]);
    if (isOver) break;
    await letOthersRun();
  }
  done.abort();
  operations.touch(latest.reverse());
}
