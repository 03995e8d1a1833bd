import type { GraphQLResolveInfo, ResponsePath } from 'graphql';
import type { Field } from './field.ts';
import type { ResponseNode } from './response-node.ts';
import type { Execution } from './execution.ts';

/** The `info` of a resolver. Few resolvers use it, so its properties are computed when they are read. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly #execution: Execution;
  readonly #field: Field;
  readonly #owner: ResponseNode;

  constructor(execution: Execution, field: Field, owner: ResponseNode) {
    this.#execution = execution;
    this.#field = field;
    this.#owner = owner;
  }

  get fieldName() {
    return this.#field.definition.name;
  }
  get fieldNodes() {
    return this.#field.nodes;
  }
  get returnType() {
    return this.#field.definition.type;
  }
  get parentType() {
    return this.#field.parentType;
  }
  get path(): ResponsePath {
    const { responseName, parentType } = this.#field;
    return { prev: this.#owner.path, key: responseName, typename: parentType.name };
  }
  get schema() {
    return this.#execution.query.schema;
  }
  get fragments() {
    return this.#execution.query.fragments;
  }
  get operation() {
    return this.#execution.query.operation;
  }
  get rootValue() {
    return this.#execution.rootValue;
  }
  get variableValues() {
    return this.#execution.variableValues;
  }
}
