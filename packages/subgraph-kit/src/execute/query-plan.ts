import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { FieldPlan, findField } from './field-plan.ts';
import type { Query } from './execution.ts';
import type { SelectedField, Selections } from './selection.ts';

/**
 * The plan of a query, computed once for its document and the values of the variables of its `@skip` and `@include`. It grows
 * while it is used: a selection is planned when its first object is there, so that fragments that spread each other many times
 * cost only what they select.
 */
export class QueryPlan implements Query, Selections {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly #conditions: Record<string, unknown>;
  #rootFields: readonly FieldPlan[] | null = null;
  #fieldCount = 0;

  constructor(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Record<string, FragmentDefinitionNode>,
    conditions: Record<string, unknown>,
  ) {
    this.schema = schema;
    this.operation = operation;
    this.fragments = fragments;
    this.#conditions = conditions;
  }

  get fieldCount(): number {
    return this.#fieldCount;
  }

  countField(): number {
    return this.#fieldCount++;
  }

  get rootFields(): readonly FieldPlan[] {
    const type = this.schema.getQueryType()!;
    this.#rootFields ??= this.#planFields(
      type,
      collectFields(this.schema, this.fragments, this.#conditions, type, this.operation.selectionSet),
    );
    return this.#rootFields;
  }

  fieldsBeneath(nodes: readonly FieldNode[], type: GraphQLObjectType): readonly SelectedField[] {
    return this.#planFields(
      type,
      collectSubfields(this.schema, this.fragments, this.#conditions, type, nodes),
    );
  }

  #planFields(type: GraphQLObjectType, nodesByName: ReadonlyMap<string, readonly FieldNode[]>): FieldPlan[] {
    return [...nodesByName].flatMap(([responseName, nodes]) => {
      const definition = findField(this, type, nodes[0]!.name.value);
      return definition ? [new FieldPlan(this, responseName, nodes, type, definition)] : [];
    });
  }
}
