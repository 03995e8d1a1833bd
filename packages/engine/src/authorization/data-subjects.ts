import {
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type TypeNode,
} from 'graphql';
import { parseFieldSet, stringArgument, typeNameOf } from '../core/read-directives.ts';
import { isJoinType, type TypeDefinition } from './supergraph-types.ts';
import type { AccessFacts, SubjectLink } from '../core/access-facts.ts';

type TypesByName = ReadonlyMap<string, TypeDefinition>;

/**
 * Returns the key that most subgraphs use for an entity type, by its name, so that it rarely has to be fetched.
 * Keys with fields hidden from clients are excluded: the planner would not plan them.
 */
export function subjectKeys(types: TypesByName): Map<string, string> {
  const keys = new Map<string, string>();
  for (const type of types.values()) {
    const uses = new Map<string, number>();
    for (const directive of (type.directives ?? []).filter(isJoinType)) {
      const key = stringArgument(directive, 'key');
      if (key !== undefined) uses.set(key, (uses.get(key) ?? 0) + 1);
    }
    const visible = [...uses].filter(([key]) => isVisible(parseFieldSet(key), type.name.value, types));
    // Among equals the first, because sorting is stable.
    const [best] = visible.sort(([, some], [, others]) => others - some);
    if (best) keys.set(type.name.value, best[0]);
  }
  return keys;
}

function isVisible({ selections }: SelectionSetNode, parent: string, types: TypesByName): boolean {
  return selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    const field = types.get(parent)?.fields?.find(({ name }) => name.value === selection.name.value);
    if (!field || field.directives?.some(({ name }) => /^inaccessible/.test(name.value))) return false;
    return !selection.selectionSet || isVisible(selection.selectionSet, typeNameOf(field.type), types);
  });
}

/** Returns the value of a key, with several parts joined by spaces; null when a part is missing. */
export type KeyOf = (entity: Json) => string | null;

type Json = Readonly<Record<string, unknown>>;

export function compileSubjectKey(key: string): KeyOf {
  const paths = pathsOf(parseFieldSet(key), []);
  const [[name, ...below] = [], ...others] = paths;
  // Most keys have a single field.
  if (name !== undefined && below.length + others.length === 0) return (entity) => textOf(entity, name);
  return (entity) => {
    const parts = paths.map((path) => valueAt(entity, path));
    return parts.includes(null) ? null : parts.join(' ');
  };
}

function pathsOf({ selections }: SelectionSetNode, above: readonly string[]): string[][] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return [];
    const path = [...above, selection.name.value];
    return selection.selectionSet ? pathsOf(selection.selectionSet, path) : [path];
  });
}

function valueAt(entity: Json, path: readonly string[]): string | null {
  let object = entity;
  for (const name of path.slice(0, -1)) {
    const below = Object.hasOwn(object, name) ? object[name] : null;
    if (typeof below !== 'object' || below === null) return null;
    object = below as Json;
  }
  return textOf(object, path.at(-1)!);
}

function textOf(object: Json, name: string): string | null {
  // Inherited properties are neither strings nor numbers.
  const value = object[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : null;
}

/** The tag of the types of data subjects. */
const TAG = 'data-subject';

/** Returns the names of the entity types with the tag. */
export function dataSubjectsOf(
  types: ReadonlyMap<string, TypeDefinition>,
  keys: ReadonlyMap<string, string>,
  tag: string,
): Set<string> {
  const isTag = (one: ConstDirectiveNode) => one.name.value === tag && stringArgument(one, 'name') === TAG;
  return new Set([...keys.keys()].filter((name) => types.get(name)!.directives?.some(isTag)));
}

/**
 * Returns the fields of other entity types that lead to a data subject, by the name of the type.
 *
 * @param isOpen whether everyone may read the field of a coordinate
 */
export function subjectLinksOf(
  types: ReadonlyMap<string, TypeDefinition>,
  keys: ReadonlyMap<string, string>,
  dataSubjects: ReadonlySet<string>,
  isOpen: (coordinate: string) => boolean,
): Map<string, SubjectLink[]> {
  const links = new Map<string, SubjectLink[]>();
  for (const name of keys.keys()) {
    if (dataSubjects.has(name)) continue;
    const own = (types.get(name)!.fields ?? []).flatMap((field): SubjectLink[] => {
      const subject = objectIn(field.type);
      const leads = subject !== null && dataSubjects.has(subject) && isAlwaysTheSame(field);
      return leads && isOpen(`${name}.${field.name.value}`) ? [{ field: field.name.value, subject }] : [];
    });
    if (own.length > 0) links.set(name, own);
  }
  return links;
}

type SubjectFacts = Pick<AccessFacts, 'keys' | 'subjectLinks'>;

/**
 * The selections of the keys of entities, and of the data subjects that they lead to.
 *
 * @param fields those of the type that they are selected on
 * @param types names of the object types; those without a key are left out
 */
export function keySelections(
  facts: SubjectFacts,
  fields: object,
  types: ReadonlySet<string>,
): readonly SelectionNode[] {
  const entities = [...types].filter((type) => facts.keys.has(type));
  if (entities.length === 0) return [];
  const byKey = Map.groupBy(entities, (type) => identifyingFields(type, facts));
  const [first] = byKey.keys();
  const own = parseFieldSet(first!).selections;
  const isOfParent = own.every((one) => one.kind === Kind.FIELD && one.name.value in fields);
  // Without type conditions, because an object need not report its type.
  if (byKey.size === 1 && isOfParent) return own;
  return entities.map((type) => ({
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: parseFieldSet(identifyingFields(type, facts)),
  }));
}

function identifyingFields(type: string, facts: SubjectFacts): string {
  const links = (facts.subjectLinks.get(type) ?? []).map((link) => keyBehind(link, facts));
  return [facts.keys.get(type)!, ...links].join(' ');
}

/** The fields of an entity that hold the key of the data subject it leads to. */
export function keyBehind({ field, subject }: SubjectLink, { keys }: Pick<AccessFacts, 'keys'>): string {
  return `${field} { ${keys.get(subject)!} }`;
}

/** Returns whether clients see the field and it takes no arguments. */
function isAlwaysTheSame({ arguments: given = [], directives = [] }: FieldDefinitionNode): boolean {
  return given.length === 0 && !directives.some(({ name }) => name.value.startsWith('inaccessible'));
}

/** Returns the type name of a single value; null for a list. */
function objectIn(type: TypeNode): string | null {
  if (type.kind === Kind.NON_NULL_TYPE) return objectIn(type.type);
  return type.kind === Kind.NAMED_TYPE ? type.name.value : null;
}
