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
import { type Container, ResponseNode } from './response-node.ts';

/** The query that is executed. */
export interface Query {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
}

/** Writes one value of the response, which is not a promise. */
export interface ValueWriter {
  isNullable: boolean;
  write(
    execution: Execution,
    owner: ResponseNode,
    container: Container,
    key: string | number,
    value: unknown,
  ): void;
}

/** One execution of a query. */
export class Execution {
  readonly query: Query;
  readonly contextValue: unknown;
  readonly rootValue: unknown;
  readonly variableValues: Record<string, unknown>;
  /** The arguments of each field that takes variables, by the number of the field; empty until they are read. */
  readonly args: Record<string, unknown>[] = [];
  readonly root: ResponseNode;
  readonly #response: Container = { data: null };
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
    this.root = new ResponseNode(null, this.#response, 'data', true, undefined);
  }

  /** Writes a value, now or when its promise resolves. */
  complete(
    writer: ValueWriter,
    field: Field,
    owner: ResponseNode,
    container: Container,
    key: string | number,
    value: unknown,
  ): void {
    if (!isPromise(value)) return writer.write(this, owner, container, key, value);
    container[key] = null; // keeps the order of the keys
    this.#pending += 1;
    // As wait() does, with two functions fewer for each value of a list.
    value.then(
      (resolved) => {
        // It catches what it can throw.
        writer.write(this, owner, container, key, resolved);
        this.#arrived();
      },
      (error: unknown) => {
        this.fail(error, field, owner, container, key, writer.isNullable);
        this.#arrived();
      },
    );
  }

  /** Waits for a promise; the execution ends after all promises. */
  wait(
    promise: PromiseLike<unknown>,
    resolved: (value: unknown) => void,
    failed: (error: unknown) => void,
  ): void {
    this.#pending += 1;
    promise.then(
      (value) => {
        try {
          resolved(value);
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

  /** Notes the error of a value and makes it null, or the nearest value above that may be null. */
  fail(
    error: unknown,
    field: Field,
    owner: ResponseNode,
    container: Container,
    key: string | number,
    isNullable: boolean,
  ): void {
    container[key] = null;
    if (owner.isNulled) return;
    const path = { prev: owner.path, key, typename: undefined };
    this.#errors.push(locatedError(error, field.nodes, responsePathAsArray(path)));
    if (!isNullable) owner.nullify();
  }

  /** The result; a promise when the execution waits for one. */
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
    const data = this.#response['data'] as ExecutionResult['data'];
    return this.#errors.length === 0 ? { data } : { errors: this.#errors, data };
  }
}

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
