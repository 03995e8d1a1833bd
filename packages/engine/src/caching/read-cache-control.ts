import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { directiveNames } from '../authorization/directive-names.ts';
import { fieldTypes, graphOf, isJoinType, isTrue } from '../authorization/supergraph-types.ts';
import type { CacheFacts, CacheHint } from '../core/cache-facts.ts';
import { enumArgument, parseFieldSet, stringArgument, subgraphNames } from '../core/read-directives.ts';

/**
 * Reads from a supergraph what may be cached. Where several subgraphs say something of one type or field, the shortest time holds.
 *
 * @returns null for a supergraph in which nothing may be cached
 */
export function readCacheControl(supergraph: DocumentNode): CacheFacts | null {
  const names = directiveNames(supergraph);
  const hints = new Map<string, CacheHint>();
  const personal = new Set<string>();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const hint = directives
      .filter(({ name }) => name.value === names.cacheControl)
      .map(asHint)
      .reduce<CacheHint | null>((before, one) => (before ? shorter(before, one) : one), null);
    if (hint) hints.set(coordinate, hint);
  };
  const types = fieldTypes(supergraph);
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) note(definition.name.value, definition.directives);
  }
  for (const { name, directives, fields = [] } of types.values()) {
    note(name.value, directives);
    for (const field of fields) {
      const coordinate = `${name.value}.${field.name.value}`;
      note(coordinate, field.directives);
      const isPersonal = field.directives?.some(
        (use) => use.name.value === names.sensitive || use.name.value === names.aggregate,
      );
      if (isPersonal) personal.add(coordinate);
    }
  }
  return hints.size === 0 ? null : { hints, personal, ...readKeys(supergraph) };
}

function asHint(directive: ConstDirectiveNode): CacheHint {
  return {
    maxAge: numberArgument(directive, 'maxAge'),
    staleIfError: numberArgument(directive, 'staleIfError') ?? 0,
    isPrivate: enumArgument(directive, 'scope') === 'PRIVATE',
    inheritMaxAge: isTrue(directive, 'inheritMaxAge'),
  };
}

/** @returns null when it is not given, or is no number of seconds: then nothing is cached for it */
function numberArgument(directive: ConstDirectiveNode, argument: string): number | null {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.INT ? Math.max(0, Number(value.value)) : null;
}

/** What both allow. */
function shorter(one: CacheHint, other: CacheHint): CacheHint {
  const ages = [one.maxAge, other.maxAge].filter((age) => age !== null);
  return {
    maxAge: ages.length === 0 ? null : Math.min(...ages),
    staleIfError: Math.min(one.staleIfError, other.staleIfError),
    isPrivate: one.isPrivate || other.isPrivate,
    inheritMaxAge: one.inheritMaxAge && other.inheritMaxAge,
  };
}

/** Reads the keys of entities; the first key that is a single field names an entity in changes. */
function readKeys(
  supergraph: DocumentNode,
): Pick<CacheFacts, 'entities' | 'sharedEntities' | 'keyFields' | 'keys'> {
  const subgraphs = subgraphNames(supergraph);
  const subgraphsOf = new Map<string, Set<string>>();
  const keyFields = new Set<string>();
  const keys = new Map<string, string>();
  for (const { name, directives = [] } of fieldTypes(supergraph).values()) {
    const joins = directives.filter(isJoinType);
    if (!joins.some((join) => stringArgument(join, 'key') !== undefined)) continue;
    subgraphsOf.set(name.value, new Set(joins.map((join) => graphOf(join) ?? '')));
    for (const join of joins) {
      const text = stringArgument(join, 'key');
      if (text === undefined) continue;
      const fields = parseFieldSet(text).selections.filter((one) => one.kind === Kind.FIELD);
      for (const field of fields) keyFields.add(`${name.value}.${field.name.value}`);
      const place = `${subgraphs.get(graphOf(join) ?? '')} ${name.value}`;
      const [first] = fields;
      if (fields.length === 1 && !first!.selectionSet && !keys.has(place)) keys.set(place, first!.name.value);
    }
  }
  const entities = new Set(subgraphsOf.keys());
  const sharedEntities = new Set([...entities].filter((name) => subgraphsOf.get(name)!.size > 1));
  return { entities, sharedEntities, keyFields, keys };
}
