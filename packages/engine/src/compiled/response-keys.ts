import { type DocumentNode, type FieldNode, Kind, print, visit } from 'graphql';

/** The names under which an operation's values travel inside, where they differ from those of the client. Plain data. */
export interface RenamedKeys {
  /** The inner name of a field of the client's document, by {@link fieldOf}. */
  innerKeys: Readonly<Record<string, string>>;
  /** By inner name, the client's; empty when no name differs. */
  clientKeys: Readonly<Record<string, string>>;
}

/**
 * Gives a field an inner name of its own where the client's name for it could also stand for another
 * value of the same object:
 *
 * - `uscc: name`, when the plan itself asks for `uscc` to write references;
 * - `... on A { x: f } ... on B { x: g }`, which is valid, but which fetches that treat A and B alike confuse.
 *
 * The planner merges selections by name alone, and the later of two values would win.
 *
 * @param planned names that the plan may use on its own, see plannedNames
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
      const known = calls.get(key);
      if (known) known.add(callOf(field));
      else calls.set(key, new Set([callOf(field)]));
    },
  });

  const innerKeys = new Map<string, string>();
  const clientKeys = new Map<string, string>();
  for (const [key, own] of calls) {
    if (own.size === 1 && !planned.has(key)) continue;
    for (const call of own) {
      // The plan uses a name for the field of that name without arguments, and so does this client.
      if (call === key) continue;
      const inner = freshKey(key, (name) => calls.has(name) || planned.has(name) || clientKeys.has(name));
      innerKeys.set(`${key}:${call}`, inner);
      clientKeys.set(inner, key);
    }
  }
  const keys = { innerKeys: Object.fromEntries(innerKeys), clientKeys: Object.fromEntries(clientKeys) };
  return { document: clientKeys.size === 0 ? document : renameFields(document, innerKeyIn(keys)), keys };
}

/** The inner name of a field of the client's document. */
export function innerKeyIn({ innerKeys, clientKeys }: RenamedKeys): (field: FieldNode) => string {
  if (Object.keys(clientKeys).length === 0) return keyOf;
  return (field) => innerKeys[fieldOf(field)] ?? keyOf(field);
}

/** A response name, and what decides the value. */
function fieldOf(field: FieldNode): string {
  return `${keyOf(field)}:${callOf(field)}`;
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** What decides a field's value on one object. */
function callOf({ name, arguments: given = [] }: FieldNode): string {
  return given.length === 0 ? name.value : print({ kind: Kind.FIELD, name, arguments: given });
}

function renameFields(document: DocumentNode, innerKey: (field: FieldNode) => string): DocumentNode {
  return visit(document, {
    Field: {
      // On the way out, so that the fields inside are still the client's when they are looked up.
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
