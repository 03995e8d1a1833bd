import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  getNamedType,
} from 'graphql';
import type { FetchNode } from '@apollo/query-planner';

/**
 * Returns what a fetch selects, as far as a schema shows it: names of fields and types, without arguments, aliases and directives.
 * Empty when the schema shows nothing of it.
 *
 * @example 'enterprise { uscc name }'
 * @example '... on Enterprise { permits { totalCount } }'
 */
export function visibleSelection(schema: GraphQLSchema, { operation, operationKind }: FetchNode): string {
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map<string, SelectionSetNode>();
  let root: SelectionSetNode | null = null;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
    if (definition.kind === Kind.OPERATION_DEFINITION)
      root = (definition as OperationDefinitionNode).selectionSet;
  }
  const type = operationKind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  return write(root!, type ?? undefined).join(' ');

  function write({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): string[] {
    return selections.flatMap((selection) => {
      switch (selection.kind) {
        case Kind.FRAGMENT_SPREAD:
          return write(fragments.get(selection.name.value)!, parent);
        case Kind.INLINE_FRAGMENT: {
          const name = selection.typeCondition?.name.value;
          const inside = write(selection.selectionSet, name === undefined ? parent : schema.getType(name));
          return name === undefined ? inside : block(`... on ${name}`, inside);
        }
        case Kind.FIELD: {
          const name = selection.name.value;
          // The fragments inside name the types of the entities.
          if (name === '_entities') return write(selection.selectionSet!, undefined);
          if (name === '__typename') return isCompositeType(parent) ? [name] : [];
          const field = parent && 'getFields' in parent ? parent.getFields()[name] : undefined;
          if (!field) return [];
          if (!selection.selectionSet) return [name];
          return block(name, write(selection.selectionSet, getNamedType(field.type) as GraphQLNamedType));
        }
      }
    });
  }
}

function block(head: string, inside: readonly string[]): string[] {
  return inside.length === 0 ? [] : [`${head} { ${[...new Set(inside)].join(' ')} }`];
}
