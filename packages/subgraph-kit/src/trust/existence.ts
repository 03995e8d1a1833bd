import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import { type AccessRules, type FieldRule, ruleOfType, sharingOfField } from './access-rules.ts';
import { fieldsOfKeys } from './key-fields.ts';

/** The rules about who may learn that rows exist. */
export interface Existence {
  /** By coordinate, such as `Permit.__typename`. */
  rules: AccessRules;
  /** The coordinates for the rows of an object type, or for those that a connection or edge lists; empty when the rows are public. */
  ofType(name: string): readonly string[];
  /** The same for a field that discloses something about the rows of its connection or edge, such as their number. */
  ofListFact(coordinate: string): readonly string[];
}

const NONE: readonly string[] = [];
/** Fields of connections and edges that lead to the rows, and disclose nothing about them themselves. */
const LISTS = ['edges', 'nodes'];

/**
 * Reads the rules about the existence of rows. The existence of a row is restricted when its type is, or when all fields of
 * its type are. Connections and edges disclose the rows that they list, so the same rules restrict them.
 *
 * @param rules of the fields
 */
export function readExistence(schema: GraphQLSchema, rules: AccessRules): Existence {
  const own = new Map<string, FieldRule>();
  const byType = new Map<string, readonly string[]>();
  const listFacts = new Map<string, readonly string[]>();
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && !isIntrospectionType(type) && !roots.includes(type),
  );
  for (const type of types) {
    const coordinates: string[] = [];
    // A type without a class of its own has those of its interfaces.
    const declaring = [type, ...(ruleOfType(type).sharing === undefined ? type.getInterfaces() : [])];
    for (const one of declaring) {
      const rule = rowRule(one);
      if (!rule) continue;
      own.set(`${one.name}.__typename`, rule);
      coordinates.push(`${one.name}.__typename`);
      if (one === type) break;
    }
    if (coordinates.length > 0) byType.set(type.name, coordinates);
  }
  const ofRows = new Map(byType);
  for (const type of types) {
    const rows = rowsOf(type);
    const listed = rows ? [...new Set(rows.types.flatMap((one) => ofRows.get(one.name) ?? []))] : [];
    if (listed.length === 0) continue;
    byType.set(type.name, listed);
    for (const field of Object.values(type.getFields())) {
      if (field.name === rows!.field || sharingOfField(field) !== undefined) continue;
      listFacts.set(`${type.name}.${field.name}`, listed);
    }
  }
  return {
    rules: own,
    ofType: (name) => byType.get(name) ?? NONE,
    ofListFact: (coordinate) => listFacts.get(coordinate) ?? NONE,
  };

  /** Null when the existence of a row is public. */
  function rowRule(type: GraphQLObjectType | GraphQLInterfaceType): FieldRule | null {
    const { sharing, authenticated, scopes, ownData } = ruleOfType(type);
    const isRestricted = sharing === 'CONDITIONAL' || sharing === 'NOT_SHARED';
    if (isRestricted || authenticated || scopes.length > 0) {
      return { sharing: isRestricted ? sharing : null, authenticated, scopes, ownData };
    }
    const fields = Object.values(type.getFields()).map((field) => rules.get(`${type.name}.${field.name}`));
    if (sharing !== undefined || fields.some((rule) => rule === undefined)) return null;
    const classes = fields.map((rule) => rule!.sharing);
    const leastStrict = ([null, 'CONDITIONAL', 'NOT_SHARED'] as const).find((one) => classes.includes(one));
    // A caller who may read one of the fields may learn that the row exists. Scopes of the fields are checked with the fields.
    return leastStrict ? { sharing: leastStrict, authenticated: false, scopes: [], ownData } : null;
  }

  /** The types of the rows that a connection or edge leads to, and the field by which it does; null for other types. */
  function rowsOf(type: GraphQLObjectType): { field: string; types: readonly GraphQLObjectType[] } | null {
    if (ofRows.has(type.name) || ruleOfType(type).sharing !== undefined) return null;
    if (fieldsOfKeys(type).size > 0) return null;
    for (const field of Object.values(type.getFields())) {
      if (field.name === 'node') return { field: 'node', types: objectTypes(field) };
      if (!LISTS.includes(field.name) || !isListType(getNullableType(field.type))) continue;
      const item = getNamedType(field.type);
      const below = field.name === 'edges' && isObjectType(item) ? rowsOf(item) : null;
      return { field: field.name, types: below?.types ?? objectTypes(field) };
    }
    return null;
  }

  function objectTypes(field: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
    const type = getNamedType(field.type);
    if (isAbstractType(type)) return schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }
}
