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
import { keyOf, type PlanQuestion } from './planner/plan-question.ts';
import type { PreparedOperation } from './prepare-operation.ts';

// About what an operation holds in memory, measured on operations of one to 24 fetches and 60 to 7,000 characters.
const BYTES = 15_000;
const BYTES_PER_CHARACTER = 12;
const BYTES_PER_CHARACTER_OF_PLAN = 10;
const MOST_BYTES = 64 * 1024 * 1024;
/** What is remembered of a text that is refused. */
const REFUSED_BYTES = 500;
/** How long an operation that could not be planned is not tried again. */
const REFUSAL_MS = 300_000;

/** An operation that a client's text names, ready to run. */
export interface KnownOperation {
  question: PlanQuestion;
  isQuery: boolean;
  isSubscription: boolean;
  prepared: PreparedOperation;
  coerce: CoerceVariables;
}

export interface OperationCache {
  /**
   * At once when the operation is known; a promise while it is being prepared. Null for a text that is no valid
   * operation, or cannot be planned: whoever explains errors to clients looks at it again, with `prepare`.
   */
  find(question: PlanQuestion): KnownOperation | null | Promise<KnownOperation | null>;
  /**
   * As `find`, for a document that has been parsed and validated.
   *
   * @throws PublicError when it cannot be planned
   */
  prepare(
    question: PlanQuestion,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): Promise<KnownOperation>;
  /** The operations that are ready, the last used first. */
  latest(): Iterable<KnownOperation>;
  /** Prepares an operation of another graph, when it is one of this as well. Never fails. */
  takeOver(known: KnownOperation): Promise<void>;
  /** Counts these as used, one after the other. */
  touch(known: Iterable<KnownOperation>): void;
}

export type Prepare = (
  question: PlanQuestion,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  before?: PreparedOperation,
) => Promise<PreparedOperation>;

/** Without an operation, the text is refused: for good when there is no error. */
interface Entry {
  operation: KnownOperation | null;
  refusal: { error: Error; until: number } | null;
}

const INVALID: Entry = { operation: null, refusal: null };

/**
 * Remembers operations by all that their plans depend on, so that parsing, validating, planning and compiling are done
 * once, also when several ask at the same time. Bounded in bytes; the least used go first.
 */
export function createOperationCache(schema: GraphQLSchema, prepare: Prepare): OperationCache {
  const known = new LRUCache<string, Entry>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ operation }, key) =>
      operation ? bytesOf(operation, key) : REFUSED_BYTES + key.length * 2,
  });
  const underWay = new Map<string, Promise<Entry>>();

  function remembered(key: string): Entry | undefined {
    const entry = known.get(key);
    const isOver = entry?.refusal && entry.refusal.until < performance.now();
    return isOver ? undefined : entry;
  }

  function begin(
    key: string,
    question: PlanQuestion,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    before?: PreparedOperation,
  ): Promise<Entry> {
    const begun =
      underWay.get(key) ??
      make(question, document, operation, before).then((entry) => {
        underWay.delete(key);
        if (!entry.refusal || isForLong(entry.refusal.error)) known.set(key, entry);
        return entry;
      });
    underWay.set(key, begun);
    return begun;
  }

  async function make(
    question: PlanQuestion,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    before?: PreparedOperation,
  ): Promise<Entry> {
    // The question may be a whole request, which must not be kept.
    const { query, operationName, overrides, refused, isNumbered } = question;
    const own = { query, operationName, overrides, refused, isNumbered };
    try {
      const prepared = await prepare(own, document, operation, before);
      return { operation: asKnown(schema, own, operation, prepared), refusal: null };
    } catch (error) {
      return {
        operation: null,
        refusal: { error: error as Error, until: performance.now() + REFUSAL_MS },
      };
    }
  }

  /** Null when it names no operation that is valid here. */
  function readOperation({ query, operationName }: PlanQuestion) {
    const document = parseOrNull(query);
    const operation = document && getOperationAST(document, operationName);
    return operation && isValid(schema, document) ? { document, operation } : null;
  }

  return {
    find(question) {
      const key = keyOf(question);
      const entry = remembered(key);
      if (entry) return entry.operation;
      const begun = underWay.get(key);
      if (begun) return begun.then(({ operation }) => operation);
      const valid = readOperation(question);
      if (!valid) {
        known.set(key, INVALID);
        return null;
      }
      return begin(key, question, valid.document, valid.operation).then(({ operation }) => operation);
    },
    async prepare(question, document, operation) {
      const key = keyOf(question);
      const entry = remembered(key);
      const made = entry && entry !== INVALID ? entry : await begin(key, question, document, operation);
      if (made.refusal) throw made.refusal.error;
      return made.operation!;
    },
    *latest() {
      for (const { operation } of known.values()) if (operation) yield operation;
    },
    async takeOver({ question, prepared }) {
      const valid = readOperation(question);
      if (valid) await begin(keyOf(question), question, valid.document, valid.operation, prepared);
    },
    touch(operations) {
      for (const { question } of operations) known.get(keyOf(question));
    },
  };
}

function bytesOf({ prepared }: KnownOperation, key: string): number {
  return BYTES + key.length * BYTES_PER_CHARACTER + prepared.planCharacters * BYTES_PER_CHARACTER_OF_PLAN;
}

function asKnown(
  schema: GraphQLSchema,
  question: PlanQuestion,
  operation: OperationDefinitionNode,
  prepared: PreparedOperation,
): KnownOperation {
  const definitions = withoutLocations(operation.variableDefinitions ?? []);
  return {
    question,
    isQuery: operation.operation === OperationTypeNode.QUERY,
    isSubscription: operation.operation === OperationTypeNode.SUBSCRIPTION,
    prepared,
    coerce: compileVariableCoercion(schema, definitions),
  };
}

/** A location holds on to every token of the document. */
function withoutLocations<Nodes>(nodes: Nodes): Nodes {
  return JSON.parse(JSON.stringify(nodes, (key, value: unknown) => (key === 'loc' ? undefined : value)));
}

/** False for what may be otherwise in a moment. */
function isForLong(error: Error): boolean {
  return !isPublicError(error) || ERROR_CODES[error.code].retry === 'never';
}

function isValid(schema: GraphQLSchema, document: DocumentNode): boolean {
  try {
    return validate(schema, document).length === 0;
  } catch {
    // The rule of the single field of a subscription throws where a condition depends on a variable.
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
