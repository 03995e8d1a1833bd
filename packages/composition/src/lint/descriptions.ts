import type { FieldDefinitionNode } from 'graphql';
import { hasDirective } from '../sdl/has-directive.ts';
import { namedTypeOf } from '../sdl/named-type.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import { isCarrier, isRoot } from '../sdl/type-roles.ts';
import { isForeign } from './ownership.ts';
import type { Rule } from './rule.ts';

/** Types that do not say what a value means. */
const PLAIN = new Set(['String', 'ID', 'Int', 'Float', 'Boolean', 'Date', 'DateTime', 'Decimal']);

/** The enums of `@sharing`, the same everywhere. */
const OF_ALL = new Set(['SharingClass', 'UpdateCycle']);

/** Types and fields say what they mean; a field of a type that is described may leave that to the type. */
export const descriptions: Rule = (model, report, others) => {
  for (const type of model.types.values()) {
    if ((isCarrier(model, type) && !isRoot(model, type)) || OF_ALL.has(type.name)) continue;
    const foreign = isForeign(model, type, others);
    if (!type.description && !isRoot(model, type) && !foreign && !type.extended) {
      report(
        'WARNING',
        type.name,
        type.place,
        `Describe ${type.name}: what it is, with the Chinese term. The data catalogue shows it.`,
      );
    }
    for (const field of type.fields) {
      const name = field.name.value;
      if (field.description || name.startsWith('_') || type.keyFields.has(name)) continue;
      if (hasDirective(field, model.names.federation('external')) || saidByType(model, field)) continue;
      report(
        'WARNING',
        `${type.name}.${name}`,
        field,
        `Describe ${type.name}.${name}: what it means, its unit, and what null means.`,
      );
    }
  }
};

function saidByType(model: SubgraphModel, field: FieldDefinitionNode): boolean {
  const named = namedTypeOf(field.type);
  return !PLAIN.has(named) && Boolean(model.types.get(named)?.description);
}
