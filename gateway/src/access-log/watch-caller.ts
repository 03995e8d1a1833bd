import type { Caller } from '@yiwang/engine';
import type { AccessLog } from './access-log.ts';

/** A caller of whom it is known what departments were asked for on his behalf. */
export interface WatchedCaller extends Caller {
  /** Coordinates of conditional data. */
  readonly asked: ReadonlySet<string>;
}

/**
 * The same caller, who reads nothing conditional while nobody can write it down: the operation is refused before a
 * department is asked.
 */
export function watchCaller(caller: Caller, log: Pick<AccessLog, 'refusal'>): WatchedCaller {
  const asked = new Set<string>();
  return {
    asked,
    get key() {
      return caller.key;
    },
    judge(rule) {
      const refusal = caller.judge(rule);
      if (refusal || rule.sharing !== 'CONDITIONAL') return refusal;
      const unavailable = log.refusal;
      if (unavailable) throw unavailable;
      return null;
    },
    assertionFor(department, coordinates) {
      for (const coordinate of coordinates) asked.add(coordinate);
      return caller.assertionFor(department, coordinates);
    },
  };
}

/** What departments were asked for so far; nothing where the caller is not watched. */
export function askedFor(caller: Caller | undefined): ReadonlySet<string> {
  return caller && 'asked' in caller ? (caller as WatchedCaller).asked : NOTHING;
}

const NOTHING: ReadonlySet<string> = new Set();
