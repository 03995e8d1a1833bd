import type { GraphQLResolveInfo, ResponsePath } from 'graphql';
import type { Field } from './field.ts';
import type { Place } from './place.ts';
import type { Run } from './run.ts';

/** What a resolver may ask about its field. Few do, so it is worked out when they do. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly #run: Run;
  readonly #field: Field;
  readonly #owner: Place;

  constructor(run: Run, field: Field, owner: Place) {
    this.#run = run;
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
    return this.#run.query.schema;
  }
  get fragments() {
    return this.#run.query.fragments;
  }
  get operation() {
    return this.#run.query.operation;
  }
  get rootValue() {
    return this.#run.rootValue;
  }
  get variableValues() {
    return this.#run.variableValues;
  }
}
