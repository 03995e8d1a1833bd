import { argumentsOf } from '@yiwang/schema-directives';
import { type FieldDefinitionNode, print } from 'graphql';
import { namedTypeOf } from '../sdl/named-type.ts';
import { type Directives, findUse, harmless, type Names, otherDirectives } from './directives.ts';
import type { FieldAccess } from './facts/graph-facts.ts';
import type { FieldType, SupergraphTypes } from './supergraph-types.ts';

const OPEN: FieldAccess = { isRestricted: false, text: 'open' };

/**
 * Who may read the fields of a supergraph, as the gateway reads it: `@sharing` of a field, else of its type, else of its
 * interfaces; `@authenticated` and `@requiresScopes` of the field, of its type, and of the scalar or enum that it returns.
 */
export function createFieldAccess(names: Names, types: SupergraphTypes) {
  const known = new Map<string, FieldAccess>();
  const own = [...Object.values(names), ...harmless(names)];
  return accessOf;

  function accessOf(type: FieldType, field: FieldDefinitionNode): FieldAccess {
    const coordinate = `${type.name.value}.${field.name.value}`;
    const found = known.get(coordinate);
    if (found) return found;
    known.set(coordinate, OPEN);
    const access = read(type, field);
    known.set(coordinate, access);
    return access;
  }

  function read(type: FieldType, field: FieldDefinitionNode): FieldAccess {
    const sharing = findUse(field, names.sharing) ?? findUse(type, names.sharing);
    const leaf = types.leaves.get(namedTypeOf(field.type));
    const places: Directives[] = [field, type, ...(leaf ? [leaf] : [])];
    const parts = [
      ...(sharing ? textOfSharing(argumentsOf(sharing)) : []),
      ...(places.some((place) => findUse(place, names.authenticated)) ? ['@authenticated'] : []),
      ...places.flatMap((place) => textOf(place, names.requiresScopes)),
      ...textOf(field, names.sensitive),
      ...places.flatMap((place) => otherDirectives(place, own)),
      // A type that says something itself does not take what its interfaces say.
      ...(sharing && !isOfInterface(field) ? [] : inherited(type, field)),
    ];
    return parts.length === 0 ? OPEN : { isRestricted: true, text: [...new Set(parts)].join(', ') };
  }

  function inherited(type: FieldType, { name }: FieldDefinitionNode): string[] {
    return (type.interfaces ?? []).flatMap((one) => {
      const parent = types.fieldTypes.get(one.name.value);
      const field = parent?.fields?.find((other) => other.name.value === name.value);
      const access = parent && field ? accessOf(parent, field) : OPEN;
      return access.isRestricted ? [access.text] : [];
    });
  }
}

/** Of a field that a department answers that knows an interface of the type as an object. */
function isOfInterface(field: FieldDefinitionNode): boolean {
  return (field.directives ?? []).some(
    (use) => use.name.value === 'join__field' && argumentsOf(use)['graph'] === undefined,
  );
}

/** Nothing for UNCONDITIONAL, which asks nothing of the caller. */
function textOfSharing({ class: sharingClass, basis }: Record<string, unknown>): string[] {
  if (sharingClass === 'UNCONDITIONAL') return [];
  return [typeof basis === 'string' ? `${String(sharingClass)} (${basis})` : String(sharingClass)];
}

function textOf(place: Directives, name: string): string[] {
  const use = findUse(place, name);
  return use ? [print(use)] : [];
}
