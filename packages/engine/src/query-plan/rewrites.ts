import type { FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import type { Json } from '../core/run.ts';
import type { TypesOf } from './type-tests.ts';

const FRAGMENT = '... on ';
const TYPENAME = '__typename';

type Rewrite = (value: unknown) => void;
type Path = readonly (string | number)[];

/**
 * Compiles the changes that a plan makes to a reference before it is sent, or to an answer before it is merged;
 * null for none.
 */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  typesOf: TypesOf,
): Rewrite | null {
  if (!rewrites?.length) return null;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, typesOf));
  return (value) => {
    for (const apply of compiled) apply(value);
  };
}

/**
 * Compiles the changes that a plan makes to the entities of an answer; null for none.
 *
 * A subgraph that got the name of an interface as the type (`@interfaceObject`) also returns it as the type of the
 * entity, whose own type is known by then. The planner selects it nevertheless.
 */
export function compileEntityRewrites(
  { inputRewrites = [], outputRewrites }: FetchNode,
  typesOf: TypesOf,
): Rewrite | null {
  const rewrite = compileRewrites(outputRewrites, typesOf);
  const names = new Set<unknown>(inputRewrites.flatMap((one) => nameSetBy(one) ?? []));
  if (names.size === 0) return rewrite;
  return (entity) => {
    rewrite?.(entity);
    if (names.has((entity as Json)[TYPENAME])) delete (entity as Json)[TYPENAME];
  };
}

/** Renames a path of a subgraph's answer to the names that the values get. */
export type RenamePath = (path: Path) => Path;

/**
 * Compiles the renames of a plan for the paths of errors and faults. Where a plan selects one field in two ways,
 * one of them has a name of the plan's own until it is renamed, and errors use that name.
 */
export function compilePathRewrites(rewrites: readonly FetchDataRewrite[] = []): RenamePath {
  const names = new Map<string | number, string>();
  for (const rewrite of rewrites) {
    if (rewrite.kind === 'KeyRenamer') names.set(rewrite.path.at(-1)!, rewrite.renameKeyTo);
  }
  return names.size === 0 ? (path) => path : (path) => path.map((part) => names.get(part) ?? part);
}

/** Returns the type name that a rewrite gives references; null when it changes something else. */
export function nameSetBy(rewrite: FetchDataRewrite): string | null {
  return rewrite.kind === 'ValueSetter' && rewrite.path.at(-1) === TYPENAME
    ? String(rewrite.setValueTo)
    : null;
}

function compileRewrite(rewrite: FetchDataRewrite, typesOf: TypesOf): Rewrite {
  const last = rewrite.path.at(-1)!;
  let apply: Rewrite =
    rewrite.kind === 'ValueSetter'
      ? (object) => {
          (object as Json)[last] = rewrite.setValueTo;
        }
      : (object) => rename(object as Json, last, rewrite.renameKeyTo);
  for (const element of rewrite.path.slice(0, -1).reverse()) {
    apply = element.startsWith(FRAGMENT)
      ? whereType(typesOf(element.slice(FRAGMENT.length)), eachObject(apply))
      : below(element, eachObject(apply));
  }
  return eachObject(apply);
}

function eachObject(apply: Rewrite): Rewrite {
  return function each(value) {
    if (Array.isArray(value)) value.forEach(each);
    else if (typeof value === 'object' && value !== null) apply(value);
  };
}

/** An object without a type was selected under one type only. */
function whereType(types: ReadonlySet<string>, apply: Rewrite): Rewrite {
  return (object) => {
    const type = (object as Json)['__typename'];
    if (type === undefined || types.has(type as string)) apply(object);
  };
}

function below(name: string, apply: Rewrite): Rewrite {
  return (object) => {
    if (Object.hasOwn(object as Json, name)) apply((object as Json)[name]);
  };
}

function rename(object: Json, from: string, to: string): void {
  if (!Object.hasOwn(object, from) || object[from] === undefined) return;
  object[to] = object[from];
  delete object[from];
}
