import {
  type DocumentNode,
  type FragmentDefinitionNode,
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
import type { CacheFacts, CacheHint } from '../core/cache-facts.ts';
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
  facts: CacheFacts,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isRestricted: boolean,
): CachePolicy | null {
  if (operation.operation !== OperationTypeNode.QUERY) return null;
  const restrictions = new Restrictions(schema, facts, fragmentsOf(document));
  restrictions.visit(operation.selectionSet, schema.getQueryType()!, true);
  return restrictions.policy(!isRestricted);
}

/**
 * Decides the same for the entities that a fetch asks for.
 *
 * @param fetch the operation that is sent to the subgraph
 * @param isOpen whether every caller may read the field of a coordinate
 */
export function fetchPolicyOf(
  schema: GraphQLSchema,
  facts: CacheFacts,
  { definitions }: DocumentNode,
  isOpen: (coordinate: string) => boolean,
): CachePolicy | null {
  const [operation] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || definitions.length > 1) return null;
  const [entities, ...others] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet || others.length > 0) return null;
  const restrictions = new Restrictions(schema, facts, {}, isOpen);
  for (const selection of entities.selectionSet.selections) {
    if (selection.kind === Kind.FIELD && selection.name.value === '__typename') continue;
    if (selection.kind !== Kind.INLINE_FRAGMENT || !selection.typeCondition) return null;
    const type = schema.getType(selection.typeCondition.name.value);
    if (!isCompositeType(type)) return null;
    restrictions.visitEntity(selection.selectionSet, type);
  }
  return restrictions.policy(true);
}

/** What the fields of a selection allow together. */
class Restrictions {
  #maxAge = MAX_SECONDS;
  #staleIfError = MAX_SECONDS;
  #isPublic = true;
  readonly #schema: GraphQLSchema;
  readonly #facts: CacheFacts;
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #isOpen: (coordinate: string) => boolean;
  readonly #seen = new Set<string>();

  constructor(
    schema: GraphQLSchema,
    facts: CacheFacts,
    fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    isOpen = (_coordinate: string) => true,
  ) {
    this.#schema = schema;
    this.#facts = facts;
    this.#fragments = fragments;
    this.#isOpen = isOpen;
  }

  policy(isOpenToAll: boolean): CachePolicy | null {
    if (this.#maxAge === 0) return null;
    const isPublic = this.#isPublic && isOpenToAll;
    return { maxAgeMs: this.#maxAge * 1000, staleIfErrorMs: this.#staleIfError * 1000, isPublic };
  }

  /** An entity without a time of its own has no time that its fields could take. */
  visitEntity(set: SelectionSetNode, type: GraphQLCompositeType): void {
    const timed = this.#hintsOf(this.#possibleNames(type)).filter(hasAge);
    for (const hint of timed) this.#restrict(hint);
    this.visit(set, type, timed.length === 0);
  }

  /** @param mustSay whether the fields have no time that they could take */
  visit(set: SelectionSetNode, parent: GraphQLCompositeType, mustSay: boolean): void {
    for (const selection of set.selections) {
      if (this.#maxAge === 0) return;
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        if (name === '__typename') continue;
        const field = fieldOf(parent, name);
        // The schema itself is not cached, and nothing is known of fields that the schema does not show.
        if (!field) return void (this.#maxAge = 0);
        this.#restrictBy(parent, field, mustSay);
        const type = getNamedType(field.type);
        if (selection.selectionSet && isCompositeType(type)) this.visit(selection.selectionSet, type, false);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#visitFragment(selection.selectionSet, selection.typeCondition?.name.value, parent, mustSay);
        continue;
      }
      const fragment = this.#fragments[selection.name.value];
      if (!fragment) return void (this.#maxAge = 0);
      if (this.#seen.has(fragment.name.value)) continue;
      this.#seen.add(fragment.name.value);
      this.#visitFragment(fragment.selectionSet, fragment.typeCondition.name.value, parent, mustSay);
    }
  }

  #visitFragment(
    set: SelectionSetNode,
    condition: string | undefined,
    parent: GraphQLCompositeType,
    mustSay: boolean,
  ): void {
    const type = condition === undefined ? parent : this.#schema.getType(condition);
    if (isCompositeType(type)) this.visit(set, type, mustSay);
    else this.#maxAge = 0;
  }

  #restrictBy(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, isTop: boolean): void {
    const { personal, entities, sharedEntities, keyFields } = this.#facts;
    const owners = this.#possibleNames(parent);
    const coordinates = owners.map((owner) => `${owner}.${field.name}`);
    const type = getNamedType(field.type);
    const types = isCompositeType(type) ? this.#possibleNames(type) : [];
    const own = this.#hintsOf(coordinates);
    const ofType = this.#hintsOf(types);
    const isForAll = coordinates.every((one) => !personal.has(one) && this.#isOpen(one));
    if (!isForAll || [...own, ...ofType].some(({ isPrivate }) => isPrivate)) this.#isPublic = false;

    const ownTimed = own.filter(hasAge);
    const timed = ownTimed.length > 0 ? ownTimed : ofType.filter(hasAge);
    for (const hint of timed) this.#restrict(hint);
    if (ownTimed.length > 0) return;
    const isKey = coordinates.some((coordinate) => keyFields.has(coordinate));
    const inherits = !isTop && own.some((hint) => hint.inheritMaxAge);
    if (inherits || (isKey && owners.some((owner) => entities.has(owner)))) return;
    // Of a type that several subgraphs add to another one may have said it.
    const typeSays = timed.length > 0;
    const typeSaysAlone = typeSays && !types.some((name) => sharedEntities.has(name));
    const returnsEntity = types.some((name) => entities.has(name));
    const isOfShared = owners.some((name) => sharedEntities.has(name));
    if (((isTop || returnsEntity) && !typeSays) || (isOfShared && !typeSaysAlone)) this.#maxAge = 0;
  }

  #restrict({ maxAge, staleIfError }: CacheHint): void {
    this.#maxAge = Math.min(this.#maxAge, maxAge!);
    this.#staleIfError = Math.min(this.#staleIfError, staleIfError);
  }

  #hintsOf(coordinates: readonly string[]): CacheHint[] {
    return coordinates.flatMap((coordinate) => this.#facts.hints.get(coordinate) ?? []);
  }

  #possibleNames(type: GraphQLCompositeType): string[] {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [];
    return [type.name, ...possible.map(({ name }) => name)];
  }
}

const hasAge = ({ maxAge }: CacheHint) => maxAge !== null;
