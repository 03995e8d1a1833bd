import { argumentsOf } from '@yiwang/schema-directives';
import type { Features } from '../diff/features.ts';
import { hasDirective } from '../sdl/has-directive.ts';
import type { Element, Hidden, Types } from './elements.ts';

/** Everything that carries one of the tags, or is `@inaccessible` already. */
export function hideTagged(types: Types, features: Features, excludeTags: ReadonlySet<string>): Hidden {
  const tag = features.directive('tag');
  const inaccessible = features.directive('inaccessible');
  const hidden: Hidden = new Set();
  for (const element of elementsOf(types)) {
    const isTagged = (element.directives ?? []).some(
      (use) => use.name.value === tag && excludeTags.has(String(argumentsOf(use)['name'])),
    );
    if (isTagged || hasDirective(element, inaccessible)) hidden.add(element);
  }
  return hidden;
}

function* elementsOf(types: Types): Iterable<Element> {
  for (const type of types.values()) {
    yield type;
    if ('values' in type) yield* type.values ?? [];
    if (!('fields' in type)) continue;
    for (const field of type.fields ?? []) {
      yield field;
      if ('arguments' in field) yield* field.arguments ?? [];
    }
  }
}
