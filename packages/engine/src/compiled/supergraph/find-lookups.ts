import { type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import { stringArgument } from './read-directives.ts';

/**
 * The fields of the query's root that look one entity up: `enterprise(uscc:)`, in contrast to lists and searches.
 * Composition names the root `Query`, whatever departments call it.
 */
export function findLookups({ definitions }: DocumentNode): string[] {
  const entities = new Set<string>();
  const fields: FieldDefinitionNode[] = [];
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const name = definition.name.value;
    const isEntity = definition.directives?.some(
      (directive) => directive.name.value === 'join__type' && stringArgument(directive, 'key') !== undefined,
    );
    if (isEntity) entities.add(name);
    if (name === 'Query') fields.push(...(definition.fields ?? []));
  }
  return fields.filter(isLookup).map(({ name }) => name.value);

  function isLookup({ type, arguments: taken = [] }: FieldDefinitionNode): boolean {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return taken.length > 0 && named.kind === Kind.NAMED_TYPE && entities.has(named.name.value);
  }
}
