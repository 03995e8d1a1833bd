import {
  type DirectiveNode,
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from './make-operation.ts';
import { INTERFACE, type Model } from '@yiwang/testing/random-graph';
import { resolveMerged } from './start-world.ts';
import type { World } from './world.ts';

export interface JudgedAccess {
  data: unknown;
  /** Without those of what is refused. */
  errors: readonly { path?: readonly (string | number)[] | undefined }[];
  /** A refused field may not be null, so that its object is. */
  lostToRefusal: boolean;
  /** Each refused selection that counts: its coordinate and the names on the way to it. */
  refused: ReadonlySet<string>;
  /** Conditional coordinates that are read. */
  reads: ReadonlySet<string>;
}

/** Stands in a refused selection set, which may be merged with one that is not. */
const MARK = 'zz_refused';

/** The rules of a model: whether anything is asked at a coordinate, and at which others for it. */
export class ModelRules {
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  /** What is written about a field, or about its type. */
  sharingOf(type: string, name: string): string | null {
    const { ofTypes, ofFields } = this.#model.access!;
    return ofFields.get(`${type}.${name}`)?.sharing ?? ofTypes.get(type) ?? null;
  }

  isShared(type: string, name: string): boolean {
    return ['CONDITIONAL', 'NOT_SHARED'].includes(this.#composedSharing(type, name) ?? '');
  }

  isRule(type: string, name: string): boolean {
    const own = this.#composedSharing(type, name);
    return (
      (own !== null && own !== 'UNCONDITIONAL') ||
      this.#model.access!.ofFields.get(`${type}.${name}`)?.authenticated === true
    );
  }

  isConditional(coordinate: string): boolean {
    const [type, name] = coordinate.split('.') as [string, string];
    return this.#composedSharing(type, name) === 'CONDITIONAL';
  }

  /** Types whose rule for the existence of rows an object of the type meets. */
  existenceOf(type: string): string[] {
    const { ofTypes } = this.#model.access!;
    if (this.#keepsRows(type)) return [type];
    const entity = this.#model.entities.find((one) => one.name === type);
    const isThing = entity && [...entity.keys.values()].some((keys) => keys.includes('id'));
    return isThing && !ofTypes.has(type) && this.#keepsRows(INTERFACE) ? [INTERFACE] : [];
  }

  /** Whether knowing of a row of a type is conditional. */
  isConditionalRow(type: string): boolean {
    const { ofTypes } = this.#model.access!;
    if (ofTypes.has(type)) return ofTypes.get(type) === 'CONDITIONAL';
    const fields = this.#model.values.find((one) => one.name === type)!.fields;
    const classes = fields.map(({ name }) => this.#composedSharing(type, name));
    if (classes.includes(null) || classes.includes('UNCONDITIONAL')) return false;
    return classes.includes('CONDITIONAL');
  }

  #keepsRows(type: string): boolean {
    const { ofTypes } = this.#model.access!;
    if (ofTypes.has(type)) return ofTypes.get(type) !== 'UNCONDITIONAL';
    const value = this.#model.values.find((one) => one.name === type);
    return value !== undefined && value.fields.every(({ name }) => this.isRule(type, name));
  }

  /** All rules that reading a field of an object needs. */
  rulesOf(type: string, name: string, into = new Set<string>()): Set<string> {
    const coordinate = `${type}.${name}`;
    if (into.has(coordinate)) return into;
    into.add(coordinate);
    const entity = this.#model.entities.find((one) => one.name === type);
    const field = entity?.fields.find((one) => one.name === name);
    if (field?.requires) this.rulesOf(type, field.requires.field.name, into);
    if (field?.context) {
      this.rulesOf(field.context.setter, field.context.mark.name, into);
      this.rulesOf('Query', field.context.anchor.name, into);
    }
    if (entity && this.#hasFromInterface(entity, name)) this.rulesOf(INTERFACE, name, into);
    return into;
  }

  /** Of a field that its type says nothing about, or that only a department has that knows no types. */
  #hasFromInterface(entity: Model['entities'][number], name: string): boolean {
    const isThing = [...entity.keys.values()].some((keys) => keys.includes('id'));
    if (!isThing || !['id', 'label', 'note'].includes(name)) return false;
    return name === 'note' || this.#composedSharing(entity.name, name) === null;
  }

  /** Composition gives each type what is written at the interface of its notes. */
  #composedSharing(type: string, name: string): string | null {
    if (name !== 'note' || type === INTERFACE) return this.sharingOf(type, name);
    const { ofTypes, ofFields } = this.#model.access!;
    return ofFields.get(`${INTERFACE}.note`)?.sharing ?? ofTypes.get(type) ?? null;
  }
}

/**
 * The answer that a caller should get to whom rules are refused, by graphql-js over all data: each selection is judged where it
 * stands, with its fragments spread out.
 */
export async function judgeAccess(
  world: World,
  schema: GraphQLSchema,
  { query, variables }: Operation,
  refusedRules: ReadonlySet<string>,
): Promise<JudgedAccess> {
  const rules = new ModelRules(world.model);
  const document = parse(query);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  }
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const refusedNodes = new Set<FieldNode>();
  const refused = new Set<string>();
  const reads = new Set<string>();

  const root = schema.getRootType(operation.operation)!;
  const isMutation = operation.operation === 'mutation';
  const all = rulesIn(schema, world.model);
  const emptyRoots = isMutation ? new Map<string, Set<string>>() : findEmptyRoots();
  const marked: OperationDefinitionNode = {
    ...operation,
    selectionSet: markSet(operation.selectionSet, root, [root], [], true),
  };
  const result = await execute({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [marked, ...introspectionFragments(document)] },
    variableValues: variables,
    fieldResolver: (source, args, context, info) => {
      if (!info.fieldNodes.every((node) => refusedNodes.has(node))) {
        return resolveMerged(world)(source, args, context, info);
      }
      if (!isNonNullType(info.returnType)) return null;
      throw new GraphQLError('Refused.', { extensions: { refused: true } });
    },
    typeResolver: ({ __typename }: { __typename: string }) => __typename,
  });
  const plain = JSON.parse(JSON.stringify(result)) as {
    data: unknown;
    errors?: { path?: (string | number)[]; extensions?: { refused?: true } }[];
  };
  return {
    data: withoutMarks(plain.data),
    lostToRefusal: (plain.errors ?? []).some(({ extensions }) => extensions?.refused),
    errors: (plain.errors ?? []).filter(({ extensions }) => !extensions?.refused),
    refused,
    reads,
  };

  function markSet(
    set: SelectionSetNode,
    parent: GraphQLNamedType,
    possible: readonly GraphQLObjectType[],
    path: readonly string[],
    counts: boolean,
    isEver = true,
  ): SelectionSetNode {
    return {
      ...set,
      selections: set.selections.map((one) => markSelection(one, parent, possible, path, counts, isEver)),
    };
  }

  function markSelection(
    selection: SelectionNode,
    parent: GraphQLNamedType,
    possible: readonly GraphQLObjectType[],
    path: readonly string[],
    outer: boolean,
    outerEver: boolean,
  ): SelectionNode {
    const counts = outer && holds(selection);
    const isEver = outerEver && !selection.directives?.some(isNever);
    if (selection.kind === Kind.FIELD) return markField(selection, parent, possible, path, counts, isEver);
    const { typeCondition, selectionSet } =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
    const type = typeCondition ? schema.getType(typeCondition.name.value)! : parent;
    const both = possibleOf(type).filter((one) => possible.includes(one));
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(typeCondition ? { typeCondition } : {}),
      directives: selection.directives,
      selectionSet: markSet(selectionSet, type, both, path, counts && both.length > 0, isEver),
    };
  }

  function markField(
    field: FieldNode,
    parent: GraphQLNamedType,
    possible: readonly GraphQLObjectType[],
    path: readonly string[],
    counts: boolean,
    isEver: boolean,
  ): FieldNode {
    const name = field.name.value;
    if (name.startsWith('__')) return field;
    const at = [...path, (field.alias ?? field.name).value];
    const denied = possible.length === 0 ? [] : denialsOf(field, parent, possible);
    if (denied.length > 0) {
      if (counts) for (const one of denied) refused.add(JSON.stringify([one, ...at]));
      const node = field.selectionSet
        ? { ...field, selectionSet: setOf(`{ ${MARK}: __typename }`) }
        : { ...field };
      refusedNodes.add(node);
      return node;
    }
    if (counts) {
      for (const type of possible) {
        for (const one of rules.rulesOf(type.name, name)) if (rules.isConditional(one)) reads.add(one);
      }
    }
    if (possible.length > 0 && isEver) {
      for (const one of lookInto(field, parent, possible).unproven) {
        if (rules.isConditionalRow(one)) reads.add(`${one}.__typename`);
      }
    }
    if (!field.selectionSet) return field;
    const { type } = (isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {})[name]!;
    const below = getNamedType(type);
    return {
      ...field,
      selectionSet: markSet(
        field.selectionSet,
        below,
        possibleOf(below),
        at,
        counts,
        isEver && possible.length > 0,
      ),
    };
  }

  /** The coordinates that deny a selection, in the order in which they are met. */
  function denialsOf(
    field: FieldNode,
    parent: GraphQLNamedType,
    possible: readonly GraphQLObjectType[],
  ): readonly string[] {
    if (parent === root) {
      const emptied = emptyRoots.get((field.alias ?? field.name).value);
      if (emptied) return [...emptied];
    }
    const own = ownDenial(field, parent, possible);
    if (own !== null) return [own];
    if (!field.selectionSet) return [];
    const { unproven, denying } = lookInto(field, parent, possible);
    const unknown = unproven.filter((type) => !mayKnow(type));
    if (unknown.length === 0) return [];
    return denying.size > 0 ? [...denying] : unknown.map((type) => `${type}.__typename`);
  }

  function ownDenial(
    { name: { value: name } }: FieldNode,
    parent: GraphQLNamedType,
    possible: readonly GraphQLObjectType[],
  ): string | null {
    const refusing = metBy(name, parent, possible)
      .filter((one) => refusedRules.has(one))
      .sort();
    const own = `${parent.name}.${name}`;
    return refusing.includes(own) ? own : (refusing[0] ?? null);
  }

  function metBy(name: string, parent: GraphQLNamedType, possible: readonly GraphQLObjectType[]): string[] {
    const types = [...new Set([parent.name, ...possible.map((one) => one.name)])];
    return [...new Set(types.flatMap((type) => [...rules.rulesOf(type, name)]))];
  }

  /** Who may read a field of a type may know of its rows. */
  function mayKnow(type: string): boolean {
    return all.some((one) => one.startsWith(`${type}.`) && !refusedRules.has(one));
  }

  /** What is beneath a field that is not denied itself. */
  function lookInto(field: FieldNode, parent: GraphQLNamedType, possible: readonly GraphQLObjectType[]) {
    const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
    const below = getNamedType(fields[field.name.value]!.type);
    const types = possibleOf(below);
    const proven = new Set<string>();
    const denying = new Set<string>();
    let isReadable = !field.selectionSet;
    if (field.selectionSet) look(field.selectionSet, below, types, true);
    const isTold = metBy(field.name.value, parent, possible).some((one) => {
      const [type, name] = one.split('.') as [string, string];
      return rules.isShared(type, name);
    });
    const existence = types.flatMap((one) => (proven.has(one.name) ? [] : rules.existenceOf(one.name)));
    return { unproven: isTold ? [] : [...new Set(existence)], denying, isReadable };

    function look(
      set: SelectionSetNode,
      on: GraphQLNamedType,
      among: readonly GraphQLObjectType[],
      outer: boolean,
    ): void {
      for (const one of set.selections) {
        if (one.directives?.some(isNever) || among.length === 0) continue;
        const always = outer && !one.directives?.some(isByVariable);
        if (one.kind !== Kind.FIELD) {
          const { typeCondition, selectionSet } =
            one.kind === Kind.FRAGMENT_SPREAD ? fragments.get(one.name.value)! : one;
          const type = typeCondition ? schema.getType(typeCondition.name.value)! : on;
          look(
            selectionSet,
            type,
            possibleOf(type).filter((each) => among.includes(each)),
            always,
          );
          continue;
        }
        if (one.name.value.startsWith('__')) continue;
        const denials = denialsOf(one, on, among);
        const inside = denials.length > 0 ? null : lookInto(one, on, among);
        for (const each of denials.length > 0 ? denials : inside!.denying) if (always) denying.add(each);
        if (!inside) continue;
        if (inside.isReadable || inside.denying.size === 0) isReadable = true;
        if (always) for (const each of among) proven.add(each.name);
      }
    }
  }

  function findEmptyRoots(): Map<string, Set<string>> {
    const found = new Map<string, { isReadable: boolean; denying: Set<string> }>();
    const find = (set: SelectionSetNode): void => {
      for (const one of set.selections) {
        if (one.directives?.some(isNever)) continue;
        if (one.kind !== Kind.FIELD) {
          find(
            one.kind === Kind.FRAGMENT_SPREAD
              ? fragments.get(one.name.value)!.selectionSet
              : one.selectionSet,
          );
          continue;
        }
        if (one.name.value.startsWith('__') || denialsIn(one).length > 0) continue;
        const { isReadable, denying } = lookInto(one, root, [root]);
        const mayStay =
          isReadable || denying.size === 0 || isNonNullType(root.getFields()[one.name.value]!.type);
        const key = (one.alias ?? one.name).value;
        const known = found.get(key);
        found.set(key, {
          isReadable: mayStay || known?.isReadable === true,
          denying: new Set([...(known?.denying ?? []), ...denying]),
        });
      }
    };
    const denialsIn = (field: FieldNode) => {
      const own = ownDenial(field, root, [root]);
      if (own !== null || !field.selectionSet) return own === null ? [] : [own];
      return lookInto(field, root, [root]).unproven.filter((type) => !mayKnow(type));
    };
    find(operation.selectionSet);
    return new Map(
      [...found].flatMap(([key, one]) =>
        one.isReadable || one.denying.size === 0 ? [] : [[key, one.denying] as const],
      ),
    );
  }

  function possibleOf(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }

  function holds({ directives = [] }: SelectionNode): boolean {
    return directives.every((directive) => {
      if (!['skip', 'include'].includes(directive.name.value)) return true;
      const value = directive.arguments![0]!.value;
      const given =
        value.kind === Kind.VARIABLE ? coerced[value.name.value] : value.kind === Kind.BOOLEAN && value.value;
      return (given === true) === (directive.name.value === 'include');
    });
  }
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

function isByVariable(directive: DirectiveNode): boolean {
  return isCondition(directive) && directive.arguments?.[0]?.value.kind === Kind.VARIABLE;
}

/** A condition that no variable can fulfil. */
function isNever(directive: DirectiveNode): boolean {
  const value = directive.arguments?.[0]?.value;
  return (
    isCondition(directive) &&
    value?.kind === Kind.BOOLEAN &&
    value.value === (directive.name.value === 'skip')
  );
}

function setOf(text: string): SelectionSetNode {
  return (parse(text).definitions[0] as OperationDefinitionNode).selectionSet;
}

function introspectionFragments({ definitions }: DocumentNode): FragmentDefinitionNode[] {
  return definitions.filter(
    (one): one is FragmentDefinitionNode =>
      one.kind === Kind.FRAGMENT_DEFINITION && one.typeCondition.name.value.startsWith('__'),
  );
}

function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== MARK);
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of entries) {
    Object.defineProperty(copy, key, {
      value: withoutMarks(inner),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return copy;
}

/** Every coordinate of the model that a caller may be refused. */
export function rulesIn(schema: GraphQLSchema, model: Model): string[] {
  const rules = new ModelRules(model);
  const found: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isCompositeType(type) || type.name.startsWith('__') || !('getFields' in type)) continue;
    for (const name of Object.keys(type.getFields())) {
      if (rules.isRule(type.name, name)) found.push(`${type.name}.${name}`);
    }
  }
  // What clients do not see others may be made from.
  for (const { name, fields } of model.entities) {
    for (const field of fields) {
      const coordinate = `${name}.${field.name}`;
      if (rules.isRule(name, field.name) && !found.includes(coordinate)) found.push(coordinate);
    }
  }
  return found;
}
