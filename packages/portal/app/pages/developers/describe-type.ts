import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import costs from './generated/costs.json' with { type: 'json' };
import type { Sharing } from '../../graph/read-catalogue.ts';
import type { OneSchema } from './read-schema.ts';

export interface TypeDescription {
  name: string;
  kind: string;
  description: string | null;
  sharing: Sharing | null;
  cost: Cost | null;
  fields: readonly FieldDescription[];
  /** What the catalogue names besides, and the visitor's client does not see. */
  hidden: readonly { name: string; type: string | null; description: string | null; sharing: Sharing }[];
  /** Of an enum. */
  values: readonly { name: string; description: string | null; deprecation: string | null }[];
  /** Of a union or an interface. */
  possible: readonly string[];
}

export interface FieldDescription {
  name: string;
  type: TypeText;
  description: string | null;
  deprecation: string | null;
  sharing: Sharing | null;
  cost: Cost | null;
  args: readonly ArgumentDescription[];
}

export interface ArgumentDescription {
  name: string;
  type: TypeText;
  description: string | null;
  /** As written in the schema; null for none. */
  byDefault: string | null;
}

/** A type as it is written, and its name, to which the text leads. */
export interface TypeText {
  text: string;
  named: string;
}

export interface Cost {
  weight?: number;
  size?: number;
  sizedBy?: string[];
}

export function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return 'OBJECT';
  if (isInterfaceType(type)) return 'INTERFACE';
  if (isUnionType(type)) return 'UNION';
  if (isEnumType(type)) return 'ENUM';
  if (isInputObjectType(type)) return 'INPUT';
  return isScalarType(type) ? 'SCALAR' : 'OTHER';
}

/** All that a page says of a type. */
export function describeType(type: GraphQLNamedType, { schema, sharing }: OneSchema): TypeDescription {
  const at = (coordinate: string) => ({
    sharing: sharing.get(coordinate) ?? null,
    cost: (costs as Readonly<Record<string, Cost>>)[coordinate] ?? null,
  });
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const inputs = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return {
    name: type.name,
    kind: kindOf(type),
    description: type.description ?? null,
    ...at(type.name),
    fields: [
      ...fields.map((field) => ({
        name: field.name,
        type: textOf(field.type),
        description: field.description ?? null,
        deprecation: field.deprecationReason ?? null,
        ...at(`${type.name}.${field.name}`),
        args: field.args.map(toArgument),
      })),
      ...inputs.map((field) => ({
        ...toArgument(field),
        deprecation: field.deprecationReason ?? null,
        sharing: null,
        cost: null,
        args: [],
      })),
    ],
    values: isEnumType(type)
      ? type.getValues().map(({ name, description, deprecationReason }) => ({
          name,
          description: description ?? null,
          deprecation: deprecationReason ?? null,
        }))
      : [],
    hidden: hiddenFields(
      type.name,
      fields.map(({ name }) => name),
      sharing,
    ),
    possible:
      isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [],
  };
}

/** A type that the catalogue has, and of which the visitor's client sees nothing. Null for one that it does not have either. */
export function describeHidden(name: string, { sharing }: OneSchema): TypeDescription | null {
  const own = sharing.get(name);
  if (!own) return null;
  return {
    name,
    kind: 'OBJECT',
    description: own.summary,
    sharing: own,
    cost: null,
    fields: [],
    hidden: hiddenFields(name, [], sharing),
    values: [],
    possible: [],
  };
}

function hiddenFields(type: string, seen: readonly string[], sharing: OneSchema['sharing']) {
  return [...sharing]
    .map(([coordinate, one]) => ({ parts: coordinate.split('.'), one }))
    .filter(({ parts: [owner, name] }) => owner === type && name !== undefined && !seen.includes(name))
    .map(({ parts, one }) => ({
      name: parts[1]!,
      type: one.type,
      description: one.summary,
      sharing: one,
    }));
}

function textOf(type: GraphQLArgument['type'] | Parameters<typeof getNamedType>[0]): TypeText {
  return { text: String(type), named: getNamedType(type)!.name };
}

function toArgument({ name, type, description, defaultValue }: GraphQLArgument | GraphQLInputField) {
  return {
    name,
    type: textOf(type),
    description: description ?? null,
    byDefault: defaultValue === undefined ? null : JSON.stringify(defaultValue),
  };
}

export interface Found {
  name: string;
  kind: string;
  summary: string | null;
  /** Coordinates of fields that fit, when the type itself does not. */
  fields: readonly string[];
}

const MOST_FIELDS = 8;

/** Types whose name, description or fields have a text in them; all of them without one. Roots come first, then by name. */
export function findTypes({ schema }: OneSchema, text: string): Found[] {
  const wanted = text.trim().toLowerCase();
  const has = (...texts: (string | null | undefined)[]) =>
    texts.some((one) => one?.toLowerCase().includes(wanted));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const rank = (type: GraphQLNamedType) => {
    const at = roots.findIndex((root) => root === type);
    return at < 0 ? roots.length : at;
  };
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1))
    .flatMap((type) => {
      const members =
        isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
          ? Object.values<{ name: string; description?: string | null }>(type.getFields())
          : isEnumType(type)
            ? type.getValues()
            : [];
      const fields =
        wanted === ''
          ? []
          : members
              .filter(({ name, description }) => has(name, description, `${type.name}.${name}`))
              .map(({ name }) => `${type.name}.${name}`);
      if (wanted !== '' && !has(type.name, type.description) && fields.length === 0) return [];
      const summary = type.description ? firstSentence(type.description) : null;
      return [{ name: type.name, kind: kindOf(type), summary, fields: fields.slice(0, MOST_FIELDS) }];
    });
}

/** The first sentence of a description, whatever its lines; without the marks of code and links, which a summary does not draw. */
function firstSentence(description: string): string {
  const text = description
    .split('\n\n')[0]!
    .replace(/\s+/g, ' ')
    .replaceAll('`', '')
    .replace(/\[(.+?)\]\(\S+\)/g, '$1');
  return /^.+?[.。](?=\s[A-Z\p{Script=Han}]|$)/u.exec(text)?.[0] ?? text;
}
