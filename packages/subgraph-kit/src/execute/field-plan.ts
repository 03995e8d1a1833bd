import {
  type FieldNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { FieldInfo } from './field-info.ts';
import type { Container, ResponseNode } from './response-node.ts';
import type { Execution, ValueWriter } from './execution.ts';
import type { SelectedField, Selections } from './selection.ts';
import { createWriter } from './writers.ts';

const NO_ARGUMENTS: Record<string, unknown> = {};

/** The plan of one field of a selection, computed once for a query. */
export class FieldPlan implements SelectedField {
  readonly responseName: string;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly #index: number;
  readonly #takesVariables: boolean;
  readonly #writer: ValueWriter;
  #constantArgs: Record<string, unknown> | null = null;

  constructor(
    selections: Selections,
    responseName: string,
    nodes: readonly FieldNode[],
    parentType: GraphQLObjectType,
    definition: GraphQLField<unknown, unknown>,
  ) {
    this.responseName = responseName;
    this.nodes = nodes;
    this.parentType = parentType;
    this.definition = definition;
    this.#index = selections.countField();
    this.#takesVariables = nodes[0]!.arguments?.some(({ value }) => holdsVariable(value)) ?? false;
    if (definition.args.length === 0) this.#constantArgs = NO_ARGUMENTS;
    this.#writer = createWriter(selections, this, definition.type);
  }

  write(execution: Execution, owner: ResponseNode, container: Container, source: unknown): void {
    const { responseName } = this;
    let value: unknown;
    try {
      value = this.#resolve(execution, owner, source);
    } catch (error) {
      execution.fail(error, this, owner, container, responseName, this.#writer.isNullable);
      return;
    }
    execution.complete(this.#writer, this, owner, container, responseName, value);
  }

  #resolve(execution: Execution, owner: ResponseNode, source: unknown): unknown {
    const { resolve, name } = this.definition;
    if (resolve)
      return resolve(
        source,
        this.#argsOf(execution),
        execution.contextValue,
        new FieldInfo(execution, this, owner),
      );
    if (typeof source !== 'object' && typeof source !== 'function') return undefined;
    const property = (source as Record<string, unknown> | null)?.[name];
    if (typeof property !== 'function') return property;
    // Called as a method, so that `this` is its object.
    const methods = source as Record<string, (...args: unknown[]) => unknown>;
    return methods[name]!(
      this.#argsOf(execution),
      execution.contextValue,
      new FieldInfo(execution, this, owner),
    );
  }

  /** @throws GraphQLError when a value does not fit */
  #argsOf(execution: Execution): Record<string, unknown> {
    if (this.#constantArgs) return this.#constantArgs;
    const { definition, nodes } = this;
    if (!this.#takesVariables) return (this.#constantArgs = getArgumentValues(definition, nodes[0]!));
    return (execution.args[this.#index] ??= getArgumentValues(
      definition,
      nodes[0]!,
      execution.variableValues,
    ));
  }
}

/** The definition of a field; undefined where graphql-js leaves the field out, in a document that was not validated. */
export function findField(
  selections: Selections,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === selections.schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

function holdsVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable);
  return value.kind === Kind.OBJECT && value.fields.some((field) => holdsVariable(field.value));
}
