import {
  type DocumentNode,
  type FieldNode,
  Kind,
  print,
  visit,
  parse,
  type GraphQLFormattedError,
} from 'graphql';
import type { PlaceholderAliases } from '../query-plan/placeholder-aliases.ts';

/**
 * The names under which an operation's values travel internally, where they differ from the client's. Plain data.
 */
export interface RenamedKeys {
  /** The inner name of a field of the client's document, by {@link fieldOf}. */
  innerKeys: Readonly<Record<string, string>>;
  /** The client's name by inner name; empty when no name differs. */
  clientKeys: Readonly<Record<string, string>>;
}

/**
 * Gives a field its own inner name where the client's name could also stand for another value of the same object:
 *
 * - `uscc: name`, when the plan itself asks for `uscc` to write references;
 * - `... on A { x: f } ... on B { x: g }`, which is valid, but confuses fetches that treat A and B alike.
 *
 * The planner merges selections by name alone, so the later of two values would win.
 *
 * @param planned names that the plan may use itself, see plannedNames
 * @returns the document for the planner, with the inner names
 */
export function separateKeys(
  document: DocumentNode,
  planned: ReadonlySet<string>,
): { document: DocumentNode; keys: RenamedKeys } {
  const calls = new Map<string, Set<string>>();
  visit(document, {
    Field: (field) => {
      const key = keyOf(field);
      const before = calls.get(key);
      if (before) before.add(callOf(field));
      else calls.set(key, new Set([callOf(field)]));
    },
  });

  const innerKeys = new Map<string, string>();
  const clientKeys = new Map<string, string>();
  for (const [key, own] of calls) {
    if (own.size === 1 && !planned.has(key)) continue;
    for (const call of own) {
      // The plan uses the name for the field of that name without arguments, and so does this client.
      if (call === key) continue;
      const inner = freshKey(key, (name) => calls.has(name) || planned.has(name) || clientKeys.has(name));
      innerKeys.set(`${key}:${call}`, inner);
      clientKeys.set(inner, key);
    }
  }
  const keys = { innerKeys: Object.fromEntries(innerKeys), clientKeys: Object.fromEntries(clientKeys) };
  return { document: clientKeys.size === 0 ? document : renameFields(document, innerKeyIn(keys)), keys };
}

/** Returns the inner name of a field of the client's document. */
export function innerKeyIn({ innerKeys, clientKeys }: RenamedKeys): (field: FieldNode) => string {
  if (Object.keys(clientKeys).length === 0) return keyOf;
  return (field) => innerKeys[fieldOf(field)] ?? keyOf(field);
}

/** A response name and the call that decides the value. */
function fieldOf(field: FieldNode): string {
  return `${keyOf(field)}:${callOf(field)}`;
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** The field name and arguments, which decide a field's value on one object. */
function callOf({ name, arguments: given = [] }: FieldNode): string {
  return given.length === 0 ? name.value : print({ kind: Kind.FIELD, name, arguments: given });
}

function renameFields(document: DocumentNode, innerKey: (field: FieldNode) => string): DocumentNode {
  return visit(document, {
    Field: {
      // When leaving, so that nested fields are still the client's when they are looked up.
      leave: (field) => {
        const key = innerKey(field);
        return key === keyOf(field) ? undefined : { ...field, alias: { kind: Kind.NAME, value: key } };
      },
    },
  });
}

function freshKey(key: string, isTaken: (name: string) => boolean): string {
  const base = key.replace(/^_+/, '');
  let number = 1;
  while (isTaken(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}

/** Arguments of a supergraph's directives that hold field sets. */
const FIELD_SETS = new Set(['key', 'requires', 'selection']);

/**
 * Returns the names of fields that a plan may select although no client did: parts of keys, of `@requires` and of
 * contexts.
 */
export function plannedNames(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set(['__typename']);
  const note = (fieldSet: string) =>
    visit(parse(asSelectionSet(fieldSet), { noLocation: true }), {
      Field: ({ name }) => {
        names.add(name.value);
      },
    });
  // Many keys are the same.
  const fieldSets = new Set<string>();
  const collect = ({
    name,
    value,
  }: {
    name: { value: string };
    value: { kind: string; value?: unknown };
  }) => {
    if (FIELD_SETS.has(name.value) && value.kind === Kind.STRING) fieldSets.add(value.value as string);
  };
  visit(supergraph, {
    Directive: ({ arguments: given = [] }) => {
      if (given.some(({ name }) => FIELD_SETS.has(name.value) || name.value === 'contextArguments')) return;
      return false;
    },
    Argument: collect,
    ObjectField: collect,
  });
  for (const fieldSet of fieldSets) note(fieldSet);
  return names;
}

/** The selection of a context starts with the name of the context and has its own braces. */
function asSelectionSet(fieldSet: string): string {
  const text = fieldSet.replace(/^\s*\$\w+/, '').trim();
  return text.startsWith('{') ? text : `{${text}}`;
}

export type TranslateErrors = (errors: readonly GraphQLFormattedError[]) => GraphQLFormattedError[];

/** Replaces inner names by the client's names in the paths of errors. */
export function compileTranslation(
  keys: RenamedKeys,
  { calls }: Pick<PlaceholderAliases, 'calls'>,
): TranslateErrors {
  const clientKeys = new Map(Object.entries(keys.clientKeys));
  if (clientKeys.size + calls.size === 0) return (errors) => [...errors];
  const nameFor = (part: string | number) =>
    typeof part === 'number' ? part : (clientKeys.get(part) ?? calls.get(part)?.name.value ?? part);
  return (errors) =>
    errors.map(({ path, ...error }) => (path ? { ...error, path: path.map(nameFor) } : error));
}
