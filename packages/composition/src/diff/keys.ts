import { argumentsOf } from '@yiwang/schema-directives';
import { type DocumentNode, Kind } from 'graphql';
import { departmentNames } from '../sdl/department-names.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { SchemaChange } from './schema-change.ts';

/** By type, then by department: the selections of its keys, and the fields that the department has. */
export type Keys = Map<string, Map<string, { keys: Set<string>; fields: string[] }>>;

/** The keys by which departments answer for entities, as a supergraph tells. */
export function keysOfSupergraph(supergraph: DocumentNode): Keys {
  const names = departmentNames(supergraph);
  const keys: Keys = new Map();
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const use of type.directives ?? []) {
      const { graph, key, resolvable } = argumentsOf(use);
      if (use.name.value !== 'join__type' || typeof key !== 'string' || resolvable === false) continue;
      const fields = (type.fields ?? []).map(({ name }) => `${type.name.value}.${name.value}`);
      addKey(keys, type.name.value, names.get(String(graph)) ?? String(graph), key, fields);
    }
  }
  return keys;
}

/** The same, from the departments' own SDL: also where they do not compose. */
export function keysOfSubgraphs(subgraphs: readonly SubgraphModel[]): Keys {
  const keys: Keys = new Map();
  for (const { department, types } of subgraphs) {
    for (const type of types.values()) {
      const fields = type.fields.map(({ name }) => `${type.name}.${name.value}`);
      for (const key of type.keys)
        if (key.resolvable) addKey(keys, type.name, department, key.fields, fields);
    }
  }
  return keys;
}

/**
 * What a change of keys breaks, in words: whoever refers to an entity by a key that its department no longer answers to
 * cannot be joined with it any more. A department that leaves the type altogether is told by its fields, not here.
 */
export function compareKeys(before: Keys, after: Keys): SchemaChange[] {
  return [...before].flatMap(([type, departments]) =>
    [...departments].flatMap(([department, { keys, fields }]) => {
      const now = after.get(type)?.get(department);
      if (!now) return [];
      const added = [...now.keys].filter((key) => !keys.has(key));
      return [...keys]
        .filter((key) => !now.keys.has(key))
        .map((key) => keyRemoved(type, department, key, added, fields));
    }),
  );
}

function keyRemoved(
  type: string,
  department: string,
  key: string,
  added: string[],
  fields: string[],
): SchemaChange {
  const renamed = added.length > 0;
  const what = renamed
    ? `The key of ${type} in ${department} changes from "${key}" to "${added.join('", "')}"`
    : `${department} no longer answers for ${type} by the key "${key}"`;
  return {
    kind: renamed ? 'KEY_CHANGED' : 'KEY_REMOVED',
    severity: 'BREAKING',
    coordinate: type,
    affects: [...fields].sort(),
    message: `${what}: departments that refer to ${type} by "${key}" can no longer be joined with it there. Keep the old key beside the new one, @key(fields: "${key}"), until every department has moved.`,
  };
}

function addKey(keys: Keys, type: string, department: string, key: string, fields: string[]): void {
  const departments = keys.get(type) ?? new Map<string, { keys: Set<string>; fields: string[] }>();
  keys.set(type, departments);
  const known = departments.get(department) ?? { keys: new Set<string>(), fields };
  departments.set(department, known);
  known.keys.add(key.replaceAll(/\s+/g, ' ').trim());
}
