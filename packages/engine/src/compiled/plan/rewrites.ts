import type { FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import type { Json } from '../run.ts';
import type { TypesOf } from './type-tests.ts';

const FRAGMENT = '... on ';
const TYPENAME = '__typename';

type Rewrite = (value: unknown) => void;

/** What a plan changes in a reference before it is sent, or in an answer before it is merged; null for nothing. */
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
 * What a plan changes in the entities of an answer, null for nothing.
 *
 * A department that was told the interface's name for the type (`@interfaceObject`) says it of the entity too, though
 * the entity's own type is known by then. The planner asks for it nevertheless.
 */
export function compileEntityRewrites(
  { inputRewrites = [], outputRewrites }: FetchNode,
  typesOf: TypesOf,
): Rewrite | null {
  const rewrite = compileRewrites(outputRewrites, typesOf);
  const names = new Set(
    inputRewrites.flatMap((one) =>
      one.kind === 'ValueSetter' && one.path.at(-1) === TYPENAME ? [one.setValueTo as unknown] : [],
    ),
  );
  if (names.size === 0) return rewrite;
  return (entity) => {
    rewrite?.(entity);
    if (names.has((entity as Json)[TYPENAME])) delete (entity as Json)[TYPENAME];
  };
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

/** An object that does not tell its type was asked for under one type only. */
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
