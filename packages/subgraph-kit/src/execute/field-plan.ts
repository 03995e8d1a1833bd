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
import type { Container, Place } from './place.ts';
import type { Run, ValueWriter } from './run.ts';
import type { SelectedField, Selections } from './selection.ts';
import { createWriter } from './writers.ts';

const NO_ARGUMENTS: Record<string, unknown> = {};

/** One field of a selection: what has to be known of it is found out once for a query. */
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

  write(run: Run, owner: Place, container: Container, source: unknown): void {
    const { responseName } = this;
    let value: unknown;
    try {
      value = this.#resolve(run, owner, source);
    } catch (error) {
      run.fail(error, this, owner, container, responseName, this.#writer.isNullable);
      return;
    }
    run.settle(this.#writer, this, owner, container, responseName, value);
  }

  #resolve(run: Run, owner: Place, source: unknown): unknown {
    const { resolve, name } = this.definition;
    if (resolve) return resolve(source, this.#argsOf(run), run.contextValue, new FieldInfo(run, this, owner));
    if (typeof source !== 'object' && typeof source !== 'function') return undefined;
    const property = (source as Record<string, unknown> | null)?.[name];
    if (typeof property !== 'function') return property;
    // As a method, so that it finds its object.
    const methods = source as Record<string, (...args: unknown[]) => unknown>;
    return methods[name]!(this.#argsOf(run), run.contextValue, new FieldInfo(run, this, owner));
  }

  /** @throws GraphQLError when a value does not fit */
  #argsOf(run: Run): Record<string, unknown> {
    if (this.#constantArgs) return this.#constantArgs;
    const { definition, nodes } = this;
    if (!this.#takesVariables) return (this.#constantArgs = getArgumentValues(definition, nodes[0]!));
    return (run.args[this.#index] ??= getArgumentValues(definition, nodes[0]!, run.variableValues));
  }
}

/** Undefined where graphql-js leaves the field out: in a document that was not validated. */
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
