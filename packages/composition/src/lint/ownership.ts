import { hasDirective } from '../sdl/has-directive.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { TypeModel } from '../sdl/type-model.ts';
import { targetOf } from '../sdl/type-roles.ts';

/**
 * True when the type is an entity of another department, which this one only refers to or adds fields to.
 *
 * One SDL alone shows it where it has only `extend`s, fields that are `@external`, a key that is not resolvable, or nothing
 * but keys. With the others in view, an entity belongs to the department whose `Query` leads to it.
 */
export function isForeign(model: SubgraphModel, type: TypeModel, others: readonly SubgraphModel[]): boolean {
  if (type.keys.length === 0) return false;
  const external = model.names.federation('external');
  const shows =
    type.extended ||
    type.keys.some(({ resolvable }) => !resolvable) ||
    type.fields.some((field) => !type.keyFields.has(field.name.value) && hasDirective(field, external)) ||
    type.fields.every((field) => type.keyFields.has(field.name.value));
  return shows || (!entities(model).has(type.name) && others.some((other) => entities(other).has(type.name)));
}

const known = new WeakMap<SubgraphModel, Set<string>>();

/** Entities to which the department's Query leads directly, one or a page of them. */
function entities(model: SubgraphModel): Set<string> {
  const found = known.get(model);
  if (found) return found;
  const targets = model.types.get(model.roots.query)?.fields.map((field) => targetOf(model, field)) ?? [];
  const names = new Set(targets.flatMap((target) => (target && target.keys.length > 0 ? [target.name] : [])));
  known.set(model, names);
  return names;
}
