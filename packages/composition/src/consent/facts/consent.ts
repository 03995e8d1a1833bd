import type { GraphFacts } from './graph-facts.ts';

/** What of a department's published schema another one would change. */
export interface ConsentNeed {
  kind:
    | 'ANSWERED_BY_ANOTHER'
    | 'ANSWERED_NO_LONGER'
    | 'INTERFACE_OBJECT'
    | 'ACCESS_CHANGED'
    | 'VISIBILITY_CHANGED'
    | 'CACHED_LONGER'
    | 'GIVEN_TO_ANOTHER'
    | 'ACCEPTS_LESS';
  coordinate: string;
  /** Departments whose consent it needs. At least one; sorted. */
  owners: readonly string[];
  /** What would change, in one sentence that is the same for the same change. */
  message: string;
}

/** The graph before and after a change, and who makes it. */
export interface GraphChange {
  before: GraphFacts;
  after: GraphFacts;
  /** Names of the departments that publish; null for an operator, who makes the change for all of them. */
  by: readonly string[] | null;
}

/** One way in which a change touches what belongs to others. */
export type ConsentRule = (change: GraphChange) => ConsentNeed[];

/** Whether a department is among those that make the change. */
export function isBy({ by }: GraphChange, department: string): boolean {
  return by === null || by.includes(department);
}

/**
 * Who of the owners is asked: not one that makes the change itself, unless another one that makes it as well has the type too,
 * and may be who has changed it.
 *
 * @param holders departments that have it before or after the change
 */
export function ownersAsked(
  { by }: GraphChange,
  owners: readonly string[],
  holders: ReadonlySet<string>,
): string[] {
  if (by === null) return [...owners];
  const isAsked = (owner: string) =>
    !by.includes(owner) || by.some((other) => other !== owner && holders.has(other));
  return owners.filter(isAsked);
}

/** The departments that have a type before or after a change. */
export function holdersOfType({ before, after }: GraphChange, type: string): ReadonlySet<string> {
  return new Set([...(before.holders.get(type) ?? []), ...(after.holders.get(type) ?? [])]);
}

export function list(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
