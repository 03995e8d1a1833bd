import {
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
import { INTERFACE, type Model } from './model.ts';
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
  ): SelectionSetNode {
    return {
      ...set,
      selections: set.selections.map((one) => markSelection(one, parent, possible, path, counts)),
    };
  }

  function markSelection(
    selection: SelectionNode,
    parent: GraphQLNamedType,
    possible: readonly GraphQLObjectType[],
    path: readonly string[],
    outer: boolean,
  ): SelectionNode {
    const counts = outer && holds(selection);
    if (selection.kind === Kind.FIELD) return markField(selection, parent, possible, path, counts);
    const { typeCondition, selectionSet } =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
    const type = typeCondition ? schema.getType(typeCondition.name.value)! : parent;
    const both = possibleOf(type).filter((one) => possible.includes(one));
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(typeCondition ? { typeCondition } : {}),
      directives: selection.directives,
      selectionSet: markSet(selectionSet, type, both, path, counts && both.length > 0),
    };
  }

  function markField(
    field: FieldNode,
    parent: GraphQLNamedType,
    possible: readonly GraphQLObjectType[],
    path: readonly string[],
    counts: boolean,
  ): FieldNode {
    const name = field.name.value;
    if (name.startsWith('__')) return field;
    const at = [...path, (field.alias ?? field.name).value];
    const types = [...new Set([parent.name, ...possible.map((one) => one.name)])];
    const met = new Set(types.flatMap((type) => [...rules.rulesOf(type, name)]));
    const refusing = [...met].filter((one) => refusedRules.has(one)).sort();
    if (refusing.length > 0 && possible.length > 0) {
      const own = `${parent.name}.${name}`;
      if (counts) refused.add(JSON.stringify([refusing.includes(own) ? own : refusing[0], ...at]));
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
    if (!field.selectionSet) return field;
    const { type } = (isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {})[name]!;
    const below = getNamedType(type);
    return { ...field, selectionSet: markSet(field.selectionSet, below, possibleOf(below), at, counts) };
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
