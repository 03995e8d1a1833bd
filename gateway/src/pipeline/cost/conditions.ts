import {
  type ConstDirectiveNode,
  type DirectiveNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  valueFromASTUntyped,
} from 'graphql';
import type { Variables } from './cost-tree.ts';

/** Whether a fragment with a type condition applies to objects of a type. */
export function applies(schema: GraphQLSchema, condition: string, type: GraphQLObjectType): boolean {
  if (condition === type.name) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && schema.isSubType(abstract, type);
}

/**
 * Whether a selection is left out by its `@skip` or `@include`.
 *
 * @param conditions the variables on which they depend
 */
export function isLeftOut(
  directives: readonly (DirectiveNode | ConstDirectiveNode)[],
  conditions: Variables,
): boolean {
  return directives.some(({ name, arguments: given }) => {
    if (name.value !== 'skip' && name.value !== 'include') return false;
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    return value !== undefined && valueFromASTUntyped(value, conditions) === (name.value === 'skip');
  });
}
