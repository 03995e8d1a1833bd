import { Kind, type TypeNode } from 'graphql';
import type { AccessRule, SharingClass } from '../core/caller.ts';
import { stringArgument, typeNameOf } from '../core/read-directives.ts';
import { isJoinType, type TypeDefinition } from './supergraph-types.ts';

/** What the directives of a supergraph define. */
interface Directives {
  /** The rule from the directives of a type itself. */
  ofType(type: TypeDefinition): AccessRule;
  /** The sharing class of a field, its own or its type's; null when there is none. */
  sharingOf(coordinate: string): SharingClass | null;
}

export interface Existence {
  existence: Map<string, readonly string[]>;
  listFacts: Map<string, readonly string[]>;
  /** One for each type whose rows not everyone may know of. */
  rules: AccessRule[];
}

/** Fields of connections and edges that lead to the rows and reveal nothing about them by themselves. */
const LISTS = ['edges', 'nodes'];
const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Returns the rules for knowing that a row exists.
 *
 * The existence of a row is restricted when its type is, or when all fields of its type are. A connection and its
 * edges have no sharing class: they reveal the rows that they list, and are restricted as those are.
 *
 * @param rules of fields, by coordinate
 */
export function existenceRules(
  types: ReadonlyMap<string, TypeDefinition>,
  possibleTypes: ReadonlyMap<string, readonly string[]>,
  rules: ReadonlyMap<string, AccessRule>,
  { ofType, sharingOf }: Directives,
): Existence {
  const made: Existence = { existence: new Map(), listFacts: new Map(), rules: [] };
  const own = new Map<string, string>();
  for (const type of types.values()) {
    const rule = ROOTS.has(type.name.value) ? null : ruleOf(type);
    if (!rule) continue;
    made.rules.push(rule);
    own.set(type.name.value, rule.coordinate);
  }
  for (const type of types.values()) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const name = type.name.value;
    // A type without a rule of its own inherits those of its interfaces.
    const hasOwnRule = own.has(name) || ofType(type).sharing !== null;
    const found = hasOwnRule ? [name] : (type.interfaces ?? []).map((one) => one.name.value);
    const coordinates = found.flatMap((one) => own.get(one) ?? []);
    if (coordinates.length > 0) made.existence.set(name, coordinates);
  }
  const ofRows = new Map(made.existence);
  for (const type of types.values()) addList(type);
  return made;

  /** Returns null when everyone may know that a row exists. */
  function ruleOf(type: TypeDefinition): AccessRule | null {
    const name = type.name.value;
    const rule = ofType(type);
    const fields = (type.fields ?? []).flatMap((field) => rules.get(`${name}.${field.name.value}`) ?? []);
    const classes = fields.map(({ sharing }) => sharing);
    const isRestricted = rule.sharing === 'CONDITIONAL' || rule.sharing === 'NOT_SHARED';
    if (isRestricted || rule.authenticated || rule.scopes.length > 0) return { ...rule, anyOf: fields };
    if (rule.sharing !== null || fields.length === 0 || fields.length < type.fields!.length) return null;
    const leastStrict = ([null, 'UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'] as const).find((one) =>
      classes.includes(one),
    );
    return { ...rule, sharing: leastStrict!, basis: fields[0]!.basis, anyOf: fields };
  }

  function addList(type: TypeDefinition): void {
    const rows = rowsOf(type);
    if (rows === null) return;
    const listed = [...new Set(rows.types.flatMap((one) => ofRows.get(one) ?? []))].sort();
    if (listed.length === 0) return;
    made.existence.set(type.name.value, listed);
    for (const { name } of type.fields ?? []) {
      const coordinate = `${type.name.value}.${name.value}`;
      if (name.value !== rows.field && sharingOf(coordinate) === null) made.listFacts.set(coordinate, listed);
    }
  }

  /**
   * Returns the object types of the rows that a connection or edge leads to, and the field that leads there; null
   * for other types.
   */
  function rowsOf(type: TypeDefinition): { field: string; types: readonly string[] } | null {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION || ofRows.has(type.name.value)) return null;
    if (ofType(type).sharing !== null || isEntity(type)) return null;
    for (const { name, type: value } of type.fields ?? []) {
      if (name.value === 'node') return { field: 'node', types: objectTypes(typeNameOf(value)) };
      if (!LISTS.includes(name.value) || !isList(value)) continue;
      const item = types.get(typeNameOf(value));
      const below = item && name.value === 'edges' ? rowsOf(item) : null;
      return { field: name.value, types: below?.types ?? objectTypes(typeNameOf(value)) };
    }
    return null;
  }

  function objectTypes(name: string): readonly string[] {
    return possibleTypes.get(name) ?? [name];
  }
}

function isEntity({ directives = [] }: TypeDefinition): boolean {
  return directives.some((one) => isJoinType(one) && stringArgument(one, 'key') !== undefined);
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}
