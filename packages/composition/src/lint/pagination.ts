import { argumentsOf } from '@yiwang/schema-directives';
import type { FieldDefinitionNode } from 'graphql';
import { isList, namedTypeOf } from '../sdl/named-type.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import { isCarrier, isConnection, isEdge } from '../sdl/type-roles.ts';
import type { Rule } from './rule.ts';

/** Lists that can grow are connections with `first` and `after`. A list of a known size says so with `@listSize`. */
export const pagination: Rule = (model, report) => {
  for (const type of model.types.values()) {
    if (type.kind !== 'OBJECT' || isConnection(type) || isEdge(type) || type.name.startsWith('_')) continue;
    for (const field of type.fields) {
      if (field.name.value.startsWith('_')) continue;
      const coordinate = `${type.name}.${field.name.value}`;
      const target = model.types.get(namedTypeOf(field.type));
      if (!target) continue;
      if (isConnection(target) && !isList(field.type)) {
        const missing = ['first', 'after'].filter((name) => !hasArgument(field, name));
        if (missing.length > 0)
          report(
            'WARNING',
            coordinate,
            field,
            `Give ${coordinate} the arguments ${missing.join(' and ')}: it is a page.`,
          );
      } else if (isList(field.type) && target.kind === 'OBJECT' && !isCarrier(model, target)) {
        if (hasArgument(field, 'first') || hasKnownSize(model, field)) continue;
        report(
          'WARNING',
          coordinate,
          field,
          `Make ${coordinate} a connection with first and after if it can grow. If it cannot, say how long it gets: @listSize(assumedSize: 20).`,
        );
      }
    }
  }
};

function hasArgument(field: FieldDefinitionNode, name: string): boolean {
  return field.arguments?.some((argument) => argument.name.value === name) ?? false;
}

function hasKnownSize(model: SubgraphModel, field: FieldDefinitionNode): boolean {
  const listSize = model.names.federation('listSize');
  return (field.directives ?? []).some(
    (use) => use.name.value === listSize && typeof argumentsOf(use)['assumedSize'] === 'number',
  );
}
