import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** Arguments that are given in other ways: how much of a list is read, and a key that nothing is looked up by. */
const PAGING = new Set(['first', 'after', 'credential']);

/** One argument of a list, or one field of an input object that is an argument. */
export interface ListInput {
  /** Names from the argument inwards, such as `['filter', 'region']`. */
  path: readonly string[];
  type: GraphQLNamedInputType;
  isList: boolean;
  /** Whether the list cannot be asked for without it. */
  isRequired: boolean;
}

/** A list that a caller can ask a department for. */
export interface ListField {
  /** `Type.field` */
  coordinate: string;
  /** The entity that the list belongs to, with its key; null for a root field. */
  parent: { type: string; key: string; keyType: GraphQLNamedInputType } | null;
  field: string;
  /** Of pages, with edges; else a plain list. */
  isConnection: boolean;
  hasTotalCount: boolean;
  isPaged: boolean;
  hasAfter: boolean;
  inputs: readonly ListInput[];
  /** Whether only somebody who is signed in may ask for it, so that it may differ from person to person. */
  isPersonal: boolean;
  /** Whether its items have fields. */
  hasFields: boolean;
}

/** All lists of a department that can grow: root lists, and the connections of the entities that it has or extends. */
export function readLists(schema: GraphQLSchema): ListField[] {
  const query = schema.getQueryType();
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.flatMap((type) => {
    const key = keyOf(type);
    if (type !== query && key === null) return [];
    const parent =
      type === query || key === null
        ? null
        : {
            type: type.name,
            key,
            keyType: getNamedType(type.getFields()[key]!.type) as GraphQLNamedInputType,
          };
    return Object.values(type.getFields()).flatMap((field) => {
      const list = readList(type.name, field, parent);
      return list ? [list] : [];
    });
  });
}

function readList(
  type: string,
  field: GraphQLField<unknown, unknown>,
  parent: ListField['parent'],
): ListField | null {
  const named = getNamedType(field.type);
  const isConnection = isObjectType(named) && named.name.endsWith('Connection');
  const isPlain = isListType(getNullableType(field.type));
  // A plain list beneath an entity is what the entity consists of; `_entities` is how entities are asked for.
  if (!(isConnection || (isPlain && parent === null)) || field.name.startsWith('_')) return null;
  return {
    coordinate: `${type}.${field.name}`,
    parent,
    field: field.name,
    isConnection,
    hasTotalCount: isConnection && 'totalCount' in named.getFields(),
    isPaged: field.args.some(({ name }) => name === 'first'),
    hasAfter: isConnection && field.args.some(({ name }) => name === 'after'),
    inputs: field.args.flatMap((argument) => inputsOf(argument, [argument.name])),
    isPersonal: field.astNode?.directives?.some(({ name }) => name.value === 'authenticated') ?? false,
    hasFields: isCompositeType(named),
  };
}

function inputsOf(input: GraphQLArgument | GraphQLInputField, path: readonly string[]): ListInput[] {
  if (PAGING.has(input.name)) return [];
  const type = getNamedType(input.type);
  const isList = isListType(getNullableType(input.type));
  const isRequired = 'args' in input ? false : isRequiredInput(input);
  // An object whose fields are all required is one value, such as a bounding box.
  if (!isInputObjectType(type) || Object.values(type.getFields()).every(isRequiredInputField))
    return [{ path, type, isList, isRequired }];
  return Object.values(type.getFields()).flatMap((field) => inputsOf(field, [...path, field.name]));
}

function isRequiredInput(input: GraphQLArgument | GraphQLInputField): boolean {
  return isRequiredArgument(input as GraphQLArgument);
}

/** The one field of an entity's first key; null for other types and for keys of several fields. */
function keyOf(type: GraphQLObjectType): string | null {
  for (const node of [type.astNode, ...type.extensionASTNodes]) {
    for (const { name, arguments: given } of node?.directives ?? []) {
      const fields = given?.find((one) => one.name.value === 'fields')?.value;
      if (name.value === 'key' && fields?.kind === 'StringValue' && /^\w+$/.test(fields.value))
        return fields.value;
    }
  }
  return null;
}
