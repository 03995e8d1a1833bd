import type { GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import { argumentOf, directivesOf } from './directives.ts';

/** The field sets of a type's `@key`s, such as `holder { uscc } number`. */
export function keysOf(type: GraphQLObjectType | GraphQLInterfaceType): readonly string[] {
  return directivesOf(type)
    .filter(({ name }) => name.value === 'key')
    .map((key) => String(argumentOf(key, 'fields')));
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

/** Whether objects of the type are rows, and not parts of the row that leads to them. */
export function isRow(type: GraphQLObjectType): boolean {
  return fieldsOfKeys(type).size > 0;
}
