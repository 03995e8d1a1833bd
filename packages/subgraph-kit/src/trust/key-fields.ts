import { type GraphQLInterfaceType, type GraphQLObjectType, valueFromASTUntyped } from 'graphql';

/** The field sets of a type's `@key`s, such as `holder { uscc } number`. */
export function keysOf({
  astNode,
  extensionASTNodes,
}: GraphQLObjectType | GraphQLInterfaceType): readonly string[] {
  return [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .flatMap((directive) => directive.arguments ?? [])
    .filter(({ name }) => name.value === 'fields')
    .map(({ value }) => String(valueFromASTUntyped(value)));
}

/** `holder { uscc } number` → holder, number. */
export function topLevelFields(fieldSet: string): string[] {
  let flat = fieldSet;
  while (flat.includes('{')) {
    const outside = flat.replace(/\{[^{}]*\}/g, ' ');
    if (outside === flat) break;
    flat = outside;
  }
  return flat.split(/[\s,]+/).filter(Boolean);
}

/** The type's own fields that are part of one of its keys. */
export function fieldsOfKeys(type: GraphQLObjectType | GraphQLInterfaceType): ReadonlySet<string> {
  return new Set(keysOf(type).flatMap(topLevelFields));
}
