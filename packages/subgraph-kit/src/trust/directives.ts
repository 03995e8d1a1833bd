import { type DirectiveNode, type GraphQLNamedType, valueFromASTUntyped } from 'graphql';

/** The directives of a type and its extensions. */
export function directivesOf({ astNode, extensionASTNodes }: GraphQLNamedType): readonly DirectiveNode[] {
  return [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []);
}

/** Finds a directive, also by its name without an import, such as `federation__authenticated`. */
export function findDirective(
  directives: readonly DirectiveNode[] | undefined,
  wanted: string,
): DirectiveNode | undefined {
  return directives?.find(({ name: { value } }) => value === wanted || value.endsWith(`__${wanted}`));
}

/** The value of an argument; undefined when it is not given. */
export function argumentOf(directive: DirectiveNode | undefined, wanted: string): unknown {
  const argument = directive?.arguments?.find(({ name }) => name.value === wanted);
  return argument && valueFromASTUntyped(argument.value);
}
