import {
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  locatedError,
  type OperationDefinitionNode,
  responsePathAsArray,
} from 'graphql';
import type { Field } from './field.ts';
import { type Container, Place } from './place.ts';

/** What a resolver may ask about the query. */
export interface Query {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
}

/** Writes one value of the answer, which is no promise. */
export interface ValueWriter {
  isNullable: boolean;
  write(run: Run, owner: Place, container: Container, key: string | number, value: unknown): void;
}

/** One execution of a query. */
export class Run {
  readonly query: Query;
  readonly contextValue: unknown;
  readonly rootValue: unknown;
  readonly variableValues: Record<string, unknown>;
  /** The arguments of each field that takes variables, once they are read; by the number of the field. */
  readonly args: Record<string, unknown>[] = [];
  readonly root: Place;
  readonly #answer: Container = { data: null };
  readonly #errors: GraphQLError[] = [];
  #pending = 0;
  #end: (() => void) | null = null;

  constructor(
    query: Query,
    contextValue: unknown,
    rootValue: unknown,
    variableValues: Record<string, unknown>,
  ) {
    this.query = query;
    this.contextValue = contextValue;
    this.rootValue = rootValue;
    this.variableValues = variableValues;
    this.root = new Place(null, this.#answer, 'data', true, undefined);
  }

  /** Writes a value, now or when it is there. */
  settle(
    writer: ValueWriter,
    field: Field,
    owner: Place,
    container: Container,
    key: string | number,
    value: unknown,
  ): void {
    if (!isPromise(value)) return writer.write(this, owner, container, key, value);
    container[key] = null; // keeps the order of the keys
    this.#pending += 1;
    // As wait() does, with two functions fewer for each value of a list.
    value.then(
      (settled) => {
        // It catches what it can throw.
        writer.write(this, owner, container, key, settled);
        this.#arrived();
      },
      (error: unknown) => {
        this.fail(error, field, owner, container, key, writer.isNullable);
        this.#arrived();
      },
    );
  }

  /** The run ends no sooner than all that it waits for. */
  wait(
    promise: PromiseLike<unknown>,
    settled: (value: unknown) => void,
    failed: (error: unknown) => void,
  ): void {
    this.#pending += 1;
    promise.then(
      (value) => {
        try {
          settled(value);
        } catch (error) {
          failed(error);
        }
        this.#arrived();
      },
      (error: unknown) => {
        failed(error);
        this.#arrived();
      },
    );
  }

  /** Notes an error of a value and puts null there, or above where null is not allowed. */
  fail(
    error: unknown,
    field: Field,
    owner: Place,
    container: Container,
    key: string | number,
    isNullable: boolean,
  ): void {
    container[key] = null;
    if (owner.isGone) return;
    const path = { prev: owner.path, key, typename: undefined };
    this.#errors.push(locatedError(error, field.nodes, responsePathAsArray(path)));
    if (!isNullable) owner.nullify();
  }

  /** The answer, at once when nothing is waited for. */
  end(): ExecutionResult | Promise<ExecutionResult> {
    if (this.#pending === 0) return this.#result();
    return new Promise((resolve) => {
      this.#end = () => resolve(this.#result());
    });
  }

  #arrived(): void {
    this.#pending -= 1;
    if (this.#pending === 0) this.#end?.();
  }

  #result(): ExecutionResult {
    const data = this.#answer['data'] as ExecutionResult['data'];
    return this.#errors.length === 0 ? { data } : { errors: this.#errors, data };
  }
}

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
