import {
  type DocumentNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { CachePolicy } from '../core/answer-cache.ts';
import type { CacheFacts } from '../core/cache-facts.ts';
import { fragmentsOf } from '../response-shape/collect-fields.ts';
import { fieldOf } from './types-of-selection.ts';

/** HTTP and timers count further than that only in theory. */
const MAX_SECONDS = 31_536_000;

/**
 * Decides for how long the answers of a valid query may be cached: as long as the field with the shortest time allows. A field must
 * say how long, or its type, where it is a root field, or returns an entity; and the field itself, where it belongs to an entity that
 * several subgraphs add to, because what one of them says of the entity does not hold for the others. All other fields take the
 * time of the field around them. What conditions leave out counts, too.
 *
 * @param isRestricted whether the operation meets rules about who may read it: callers then share nothing
 * @returns null when they may not be cached
 */
export function cachePolicyOf(
  schema: GraphQLSchema,
  { hints, personal, entities, sharedEntities, keyFields }: CacheFacts,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isRestricted: boolean,
): CachePolicy | null {
  if (operation.operation !== OperationTypeNode.QUERY) return null;
  const fragments = fragmentsOf(document);
  let maxAge = MAX_SECONDS;
  let staleIfError = MAX_SECONDS;
  let isPublic = !isRestricted;
  const seen = new Set<string>();

  visit(operation.selectionSet, schema.getQueryType()!, true);
  return maxAge > 0 ? { maxAgeMs: maxAge * 1000, staleIfErrorMs: staleIfError * 1000, isPublic } : null;

  function visit(set: SelectionSetNode, parent: GraphQLCompositeType, isRoot: boolean): void {
    for (const selection of set.selections) {
      if (maxAge === 0) return;
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        // The schema itself is not cached; a type name changes with the rest.
        if (name === '__schema' || name === '__type') maxAge = 0;
        const field = fieldOf(parent, name);
        if (!field) continue;
        restrictBy(parent, field, isRoot);
        const type = getNamedType(field.type);
        if (selection.selectionSet && isCompositeType(type)) visit(selection.selectionSet, type, false);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent, isRoot);
        continue;
      }
      const fragment = fragments[selection.name.value];
      if (!fragment || seen.has(fragment.name.value)) continue;
      seen.add(fragment.name.value);
      visit(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value) ?? parent, isRoot);
    }
  }

  function restrictBy(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    isRoot: boolean,
  ): void {
    const owners = possibleNames(parent);
    const coordinates = owners.map((owner) => `${owner}.${field.name}`);
    if (coordinates.some((coordinate) => personal.has(coordinate))) isPublic = false;
    const type = getNamedType(field.type);
    const types = isCompositeType(type) ? possibleNames(type) : [];
    const own = coordinates.flatMap((coordinate) => hints.get(coordinate) ?? []);
    const ofType = types.flatMap((name) => hints.get(name) ?? []);
    if ([...own, ...ofType].some(({ isPrivate }) => isPrivate)) isPublic = false;
    const timedOwn = own.filter((hint) => hint.maxAge !== null);
    const timed = timedOwn.length > 0 ? timedOwn : ofType.filter((hint) => hint.maxAge !== null);
    for (const hint of timed) {
      maxAge = Math.min(maxAge, hint.maxAge!);
      staleIfError = Math.min(staleIfError, hint.staleIfError);
    }
    const inherits = !isRoot && own.some((hint) => hint.inheritMaxAge);
    const mustSay = isRoot || types.some((name) => entities.has(name));
    const isOfShared = owners.some((name) => sharedEntities.has(name));
    const mustSayItself = isOfShared && !coordinates.some((coordinate) => keyFields.has(coordinate));
    // Of its type another subgraph may have said it.
    const saysTypeAlone = !types.some((name) => sharedEntities.has(name)) && timed.length > 0;
    if (inherits || timedOwn.length > 0) return;
    if ((mustSay && timed.length === 0) || (mustSayItself && !saysTypeAlone)) maxAge = 0;
  }

  function possibleNames(type: GraphQLCompositeType): string[] {
    return [
      type.name,
      ...(isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : []),
    ];
  }

  function typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}
