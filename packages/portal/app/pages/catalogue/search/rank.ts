import { searchForm } from '@yiwang/codes';

export interface Candidate {
  kind: 'matter' | 'item' | 'enterprise';
  /** What is compared, and shown. */
  text: string;
  /** Another name that counts as well, such as the English one. */
  other?: string;
  /** With which the name begins, as the department has found; it alone can read Chinese. */
  initials?: string | null;
  /** Without the language. */
  path: string;
}

const KINDS: readonly Candidate['kind'][] = ['matter', 'item', 'enterprise'];

/**
 * The candidates that fit best, best first, each text of a kind once: those that are what was typed, then those that begin with it, then
 * those that hold it, then those whose pinyin initials begin with it; short ones before long ones, for they say less beside it.
 */
export function rank(candidates: readonly Candidate[], typed: string, most: number): Candidate[] {
  const sought = searchForm(typed);
  if (sought === '') return [];
  const seen = new Set<string>();
  return candidates
    .map((candidate, order) => ({ candidate, order, score: scoreOf(candidate, sought) }))
    .filter(({ score }) => score < Infinity)
    .toSorted(
      (one, other) =>
        one.score - other.score ||
        KINDS.indexOf(one.candidate.kind) - KINDS.indexOf(other.candidate.kind) ||
        one.candidate.text.length - other.candidate.text.length ||
        one.order - other.order,
    )
    .map(({ candidate }) => candidate)
    .filter(({ kind, text }) => {
      const key = `${kind} ${searchForm(text)}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, most);
}

function scoreOf({ text, other, initials }: Candidate, sought: string): number {
  const last = initials?.toUpperCase() === sought ? 3 : Infinity;
  const scores = [text, other ?? ''].map((name) => {
    const form = searchForm(name);
    if (form === sought) return 0;
    const at = form.indexOf(sought);
    if (at < 0) return last;
    return at === 0 ? 1 : 2;
  });
  return Math.min(...scores);
}
