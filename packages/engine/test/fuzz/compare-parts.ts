import type { GraphQLFormattedError } from 'graphql';
import { differenceOf } from './compare.ts';
import type { JudgedPart } from './judge-parts.ts';

type Path = readonly (string | number)[];

/** A difference that is none: the received null, which an error of the answer explains. */
type Explained = (path: Path) => boolean;

/**
 * How an answer in parts differs from what it should be; null when it does not. Each part has to be there once, equal to
 * the byte, with its errors.
 *
 * One thing may differ: what the planner could not fetch apart is fetched with what is around it, so a null inside a
 * part may take along what it would not take if it came later. An error of the answer has to tell of it.
 */
export function differenceOfParts(
  expected: readonly JudgedPart[],
  received: readonly JudgedPart[],
): string | null {
  const errors = received.flatMap((part) => part.errors);
  // It may be an error of a field beside it.
  const isExplained: Explained = (path) => errors.some((error) => isWithin(error, path.slice(0, -1)));
  const left = [...received];
  for (const wanted of expected) {
    const at = bestMatch(wanted, left);
    if (at < 0) {
      const nulls = received.map((part) => nullOnWay(part, wanted.path));
      if (nulls.some((path) => path && isExplained(path))) continue;
      return `no part ${describe(wanted)}`;
    }
    const [got] = left.splice(at, 1);
    const difference =
      JSON.stringify(wanted.data) === JSON.stringify(got!.data)
        ? differenceOf(asAnswer(wanted), asAnswer(got!))
        : differenceOfValue(wanted.data, got!.data, wanted.path, isExplained);
    if (difference) return `part ${describe(wanted)}: ${difference}\n  errors ${JSON.stringify(errors)}`;
  }
  return left.length === 0 ? null : `more parts ${left.map(describe).join()}`;
}

/** Where on the way to an object the part holds a null; null when it holds none. */
function nullOnWay({ data, path }: JudgedPart, to: Path): Path | null {
  if (!path.every((part, i) => part === to[i])) return null;
  let value = data;
  for (let depth = path.length; depth <= to.length; depth++) {
    if (value === null) return to.slice(0, depth);
    value = typeof value === 'object' ? (value as Record<string | number, unknown>)[to[depth]!] : undefined;
  }
  return null;
}

/** A fragment that is spread twice on one object is two parts of one name. */
function bestMatch(wanted: JudgedPart, parts: readonly JudgedPart[]): number {
  const isSame = (part: JudgedPart) => describe(part) === describe(wanted);
  const equal = parts.findIndex(
    (part) => isSame(part) && JSON.stringify(part.data) === JSON.stringify(wanted.data),
  );
  return equal >= 0 ? equal : parts.findIndex(isSame);
}

function differenceOfValue(wanted: unknown, got: unknown, path: Path, isExplained: Explained): string | null {
  if (JSON.stringify(wanted) === JSON.stringify(got)) return null;
  if (got === null && isExplained(path)) return null;
  const isDeep = typeof wanted === 'object' && wanted !== null && typeof got === 'object' && got !== null;
  if (!isDeep || Object.keys(wanted).join() !== Object.keys(got).join()) {
    return `at ${JSON.stringify(path)}\n  expected ${JSON.stringify(wanted)}\n  received ${JSON.stringify(got)}`;
  }
  for (const [key, value] of Object.entries(wanted)) {
    const at = [...path, Array.isArray(wanted) ? Number(key) : key];
    const difference = differenceOfValue(value, (got as Record<string, unknown>)[key], at, isExplained);
    if (difference) return difference;
  }
  return null;
}

/** The part as an answer of its own. */
function asAnswer({ data, errors, path }: JudgedPart) {
  return {
    data,
    errors: errors.map((error) => (isWithin(error, path) ? { path: error.path!.slice(path.length) } : {})),
  };
}

function isWithin({ path }: GraphQLFormattedError, outer: Path): boolean {
  return path !== undefined && outer.every((part, i) => part === path[i]);
}

function describe({ path, label }: JudgedPart): string {
  return JSON.stringify({ path, label });
}
