import type { FetchNode } from '@apollo/query-planner';
import type { Json } from '../core/run.ts';
import type { TypesOf } from './type-tests.ts';

type ContextRewrite = NonNullable<FetchNode['contextRewrites']>[number];

const UP = '..';
const FRAGMENT = '... on ';

/** The location of a context's value: this many objects above the entity, and down from there. */
export interface ContextPlace {
  up: number;
  /** Names of fields and type conditions. */
  down: readonly string[];
}

export function contextPlace({ path }: ContextRewrite): ContextPlace {
  const up = path.findIndex((element) => element !== UP);
  return { up, down: path.slice(up) };
}

export const isTypeCondition = (element: string) => element.startsWith(FRAGMENT);

/**
 * Returns the values that an entity's fields take from the objects above it, by the name of the variable.
 *
 * @param ancestors the entity and all objects above it, from the root of the answer down
 */
export type ContextValues = (ancestors: readonly Json[]) => Json;

/**
 * Compiles the rewrites of contexts. A type whose subtypes hold the value differently has one rewrite for each; the
 * first match counts. A variable without a match is undefined.
 */
export function compileContextValues(rewrites: readonly ContextRewrite[], typesOf: TypesOf): ContextValues {
  const variables = [...Map.groupBy(rewrites, ({ renameKeyTo }) => renameKeyTo)].map(([name, ways]) => {
    const places = ways.map(contextPlace);
    return { name, ways: places.map(({ up, down }) => ({ up, read: compileRead(down, typesOf) })) };
  });

  return (ancestors) => {
    const values: Json = {};
    for (const { name, ways } of variables) {
      values[name] = undefined;
      for (const { up, read } of ways) {
        const value = read(ancestors[ancestors.length - 1 - up]);
        if (value === undefined) continue;
        values[name] = value;
        break;
      }
    }
    return values;
  };
}

/** Compiles a path to a function that reads the value, item by item in a list; undefined when there is none. */
function compileRead(path: readonly string[], typesOf: TypesOf): (value: unknown) => unknown {
  const [element, ...rest] = path;
  if (element === undefined) return (value) => value;
  const next = compileRead(rest, typesOf);
  const types = isTypeCondition(element) ? typesOf(element.slice(FRAGMENT.length)) : null;

  return function read(value): unknown {
    if (value === null || value === undefined) return value;
    if (Array.isArray(value)) return value.map((item) => read(item) ?? null);
    if (typeof value !== 'object') return undefined;
    const object = value as Json;
    if (types === null) return Object.hasOwn(object, element) ? next(object[element]) : undefined;
    const type = object['__typename'];
    return type === undefined || types.has(type as string) ? next(object) : undefined;
  };
}
