import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { conditionOf } from '../core/condition.ts';
import { type FieldDenial, type Fragments } from '../response-shape/collect-fields.ts';
import type { Access } from './access.ts';
import { addDenial, addReads, noReads, ReadCollector, type SetReads } from './collect-reads.ts';
import { keySelections } from './data-subjects.ts';
import { type Decisions, denialsOf, type FieldReads, type VisitContext } from './decide-field.ts';
import {
  documentOf,
  type FilteredOperation,
  freshName,
  neverEmpty,
  setOf,
  withoutUnused,
} from './filtered-operation.ts';

/** By response name, root fields of which nothing may be read, each with what denies it. */
export type EmptyRoots = ReadonlyMap<string, SetReads['denying']>;

/** A selection set as the client gets it, and as it is planned. */
interface FilteredSet extends SetReads {
  client: SelectionNode[];
  planned: SelectionNode[];
}

interface FilteredFragment extends SetReads {
  name: string;
  /** Nothing of it may be read. */
  isEmpty: boolean;
}

/** Filters one operation; used once. See filterUnauthorizedFields. */
export class OperationFilter {
  readonly #access: Access;
  readonly #schema: GraphQLSchema;
  readonly #fragments: Fragments;
  readonly #operation: OperationDefinitionNode;
  readonly #decisions: Decisions;
  readonly #reads: ReadCollector;
  readonly #root: GraphQLNamedType;
  /** Root fields to deny; none of a mutation, which is not only read: it is carried out, whatever the caller may read of it. */
  readonly #deniedRoots: EmptyRoots;
  readonly #mayDenyRoots: boolean;
  readonly #roots = new Map<string, Pick<SetReads, 'isReadable' | 'denying'>>();
  readonly #denied = new Map<FieldNode, readonly FieldDenial[]>();
  readonly #argumentReads = new Map<FieldNode, readonly string[]>();
  readonly #filteredFragments = new Map<string, FilteredFragment>();
  readonly #fragmentNames = new Set<string>();
  readonly #clientFragments: Map<string, FragmentDefinitionNode>;
  /** Starts with the client's fragments, because introspection spreads them unchanged. */
  readonly #plannedFragments: Map<string, FragmentDefinitionNode>;

  constructor(
    access: Access,
    schema: GraphQLSchema,
    fragments: Fragments,
    operation: OperationDefinitionNode,
    decisions: Decisions,
    deniedRoots: EmptyRoots,
  ) {
    this.#access = access;
    this.#schema = schema;
    this.#fragments = fragments;
    this.#operation = operation;
    this.#decisions = decisions;
    this.#reads = new ReadCollector(access, decisions);
    this.#root = schema.getRootType(operation.operation)!;
    this.#deniedRoots = deniedRoots;
    this.#mayDenyRoots = operation.operation !== OperationTypeNode.MUTATION;
    this.#clientFragments = new Map(Object.entries(fragments));
    this.#plannedFragments = new Map(this.#clientFragments);
  }

  run(): FilteredOperation {
    const possible = this.#access.possibleTypes(this.#root.name);
    const context = { parent: this.#root, possible, isKnown: false };
    const { client, planned, existing } = this.#filterSet(this.#operation.selectionSet, context);
    const operation = { ...this.#operation, selectionSet: setOf(client) };
    const plannedOperation = { ...this.#operation, selectionSet: neverEmpty(planned) };
    return {
      document: documentOf(operation, this.#clientFragments),
      operation,
      denied: this.#denied,
      argumentReads: this.#argumentReads,
      conditional: [...this.#reads.conditional].sort(),
      conditionalByArguments: [...this.#reads.conditionalByArguments].sort(),
      existing,
      knowable: this.#reads.knowable,
      planned: withoutUnused(documentOf(plannedOperation, this.#plannedFragments)),
      asksForAnything: planned.length > 0,
    };
  }

  /** The root fields that came out empty. Selections of one name are one field: it is empty when all of them are. */
  emptyRoots(): EmptyRoots {
    return new Map(
      [...this.#roots].flatMap(([key, { isReadable, denying }]) =>
        isReadable || denying.size === 0 ? [] : [[key, denying] as const],
      ),
    );
  }

  #filterSet({ selections }: SelectionSetNode, context: VisitContext): FilteredSet {
    const into: FilteredSet = { client: [], planned: [], ...noReads() };
    for (const selection of selections) {
      if (conditionOf(selection) === false) continue;
      if (selection.kind === Kind.FIELD) this.#filterField(selection, context, into);
      else this.#filterFragment(selection, context, into);
    }
    return into;
  }

  #filterField(field: FieldNode, context: VisitContext, into: FilteredSet): void {
    if (field.name.value.startsWith('__')) {
      into.client.push(field);
      into.planned.push(field);
      return;
    }
    const isRoot = this.#mayDenyRoots && context.parent === this.#root;
    const rootDenials = isRoot ? this.#deniedRoots.get(responseName(field)) : undefined;
    if (rootDenials) return this.#deny(field, [...rootDenials.values()], into);
    const decision = this.#decisions.decide(field, context);
    if (decision.denials) return this.#deny(field, decision.denials, into);
    if (field.selectionSet) this.#filterObject(field, field.selectionSet, decision.reads, context, into);
    else this.#keepLeaf(field, decision.reads, context, into);
  }

  #keepLeaf(
    field: FieldNode,
    reads: FieldReads,
    { parent, possible }: VisitContext,
    into: FilteredSet,
  ): void {
    this.#reads.addField(field, reads, possible, into);
    into.isReadable = true;
    this.#noteRoot(field, parent, into);
    const { byArguments } = reads;
    into.client.push(byArguments.length > 0 ? this.#noteArguments({ ...field }, byArguments) : field);
    into.planned.push(field);
  }

  #filterObject(
    field: FieldNode,
    selectionSet: SelectionSetNode,
    reads: FieldReads,
    { parent, possible, isKnown }: VisitContext,
    into: FilteredSet,
  ): void {
    const { existenceOf, facts, possibleTypes } = this.#access;
    const { isDenied, isShared, withoutKnown } = this.#decisions;
    const { type } = fieldsOf(parent)[field.name.value]!;
    const below = getNamedType(type);
    const types = possibleTypes(below.name);
    const isKnownBelow = reads.rules.some(isShared) || (isKnown && existenceOf(parent.name).length > 0);
    const inside = this.#filterSet(selectionSet, { parent: below, possible: types, isKnown: isKnownBelow });
    const unproven = types.names.filter((one) => !inside.proven.has(one));
    const existence = withoutKnown([...new Set(unproven.flatMap(existenceOf))], isKnownBelow);
    if (existence.some(isDenied)) {
      const denials =
        inside.denying.size > 0 ? [...inside.denying.values()] : denialsOf(existence.filter(isDenied));
      return this.#deny(field, denials, into);
    }

    const isOwning = this.#reads.addField(field, reads, possible, into);
    this.#reads.addExistence(existence, inside);
    for (const one of unproven) {
      if (existenceOf(one).some((rule) => inside.existing.has(rule))) inside.subjects.add(one);
    }
    this.#reads.addKnowable(types.names.flatMap(existenceOf));
    for (const one of inside.existing) into.existing.add(one);
    if (inside.isReadable || inside.denying.size === 0) into.isReadable = true;
    if (conditionOf(field) === null) {
      for (const [key, one] of inside.denying) into.denying.set(key, one);
    }
    this.#noteRoot(field, parent, { ...inside, isReadable: isReadableRoot(inside, type) });
    into.client.push(
      this.#noteArguments({ ...field, selectionSet: setOf(inside.client) }, reads.byArguments),
    );
    if (inside.isConditional) into.isConditional = true;
    // Data that leads to a data subject is about it, and so is data found inside one.
    if (inside.isConditional || isOwning) {
      for (const one of types.names) if (facts.dataSubjects.has(one)) inside.subjects.add(one);
    }
    const keys = keySelections(facts, fieldsOf(below), inside.subjects);
    into.planned.push({ ...field, selectionSet: neverEmpty([...inside.planned, ...keys]) });
    // An object without a key is identified by the object around it.
    if ([...inside.subjects].some((one) => !facts.keys.has(one))) {
      for (const one of possible.names) into.subjects.add(one);
    }
  }

  #filterFragment(
    selection: Exclude<SelectionNode, FieldNode>,
    { parent, possible: outer, isKnown }: VisitContext,
    into: FilteredSet,
  ): void {
    const { bothOf, possibleTypes } = this.#access;
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments[selection.name.value]! : selection;
    const condition = fragment.typeCondition?.name.value;
    const type = condition === undefined ? parent : this.#schema.getType(condition)!;
    const possible = bothOf(outer, possibleTypes(type.name));
    if (possible.names.length === 0) return;
    const context = { parent: type, possible, isKnown };
    const isAlways = conditionOf(selection) === null;
    // What the fragment leaves null is null on these types only, so the plan must ask for the type.
    const narrowsTypes = possible.number !== outer.number;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const { name, isEmpty, ...reads } = this.#filterDefinition(selection.name.value, context);
      const spread = { ...selection, name: { kind: Kind.NAME, value: name } as const };
      into.client.push(spread);
      if (!isEmpty || narrowsTypes) into.planned.push(spread);
      addReads(reads, isAlways, into);
      return;
    }
    const inside = this.#filterSet(fragment.selectionSet, context);
    into.client.push({ ...selection, selectionSet: setOf(inside.client) });
    if (inside.planned.length > 0 || narrowsTypes) {
      into.planned.push({ ...selection, selectionSet: neverEmpty(inside.planned) });
    }
    addReads(inside, isAlways, into);
  }

  #filterDefinition(name: string, context: VisitContext): FilteredFragment {
    const use = `${name} ${context.possible.number} ${context.isKnown}`;
    const cached = this.#filteredFragments.get(use);
    if (cached) return cached;
    const definition = this.#fragments[name]!;
    const own = this.#fragmentNames.has(name) ? freshName(name, this.#clientFragments) : name;
    this.#fragmentNames.add(own);
    const { client, planned, ...reads } = this.#filterSet(definition.selectionSet, context);
    const named = { ...definition, name: { kind: Kind.NAME, value: own } as const };
    this.#clientFragments.set(own, { ...named, selectionSet: setOf(client) });
    this.#plannedFragments.set(own, { ...named, selectionSet: neverEmpty(planned) });
    const made = { name: own, isEmpty: planned.length === 0, ...reads };
    this.#filteredFragments.set(use, made);
    return made;
  }

  #deny(field: FieldNode, denials: readonly FieldDenial[], into: FilteredSet): void {
    // A copy, because a fragment that meets other types has the same field.
    const copy = { ...field };
    this.#denied.set(copy, denials);
    into.client.push(copy);
    if (conditionOf(field) === null) for (const denial of denials) addDenial(denial, into);
  }

  /** @param field a copy, because a fragment that meets other types has the same field */
  #noteArguments(field: FieldNode, byArguments: readonly string[]): FieldNode {
    if (byArguments.length > 0) this.#argumentReads.set(field, byArguments.toSorted());
    return field;
  }

  #noteRoot(field: FieldNode, parent: GraphQLNamedType, { isReadable, denying }: SetReads): void {
    if (!this.#mayDenyRoots || parent !== this.#root) return;
    const key = responseName(field);
    const before = this.#roots.get(key);
    this.#roots.set(key, {
      isReadable: isReadable || before?.isReadable === true,
      denying: new Map([...(before?.denying ?? []), ...denying]),
    });
  }
}

/** A non-null root field stays: its null would take the others along. */
function isReadableRoot({ isReadable, denying }: SetReads, type: GraphQLOutputType): boolean {
  return isReadable || denying.size === 0 || isNonNullType(type);
}

function responseName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}
