import type { Candidate } from './candidate.ts';

/** Each is loaded only when it takes part. */
const CANDIDATES: Record<string, () => Promise<Candidate>> = {
  dbos: async () => (await import('./dbos.ts')).dbos,
  'pg-boss': async () => (await import('./pg-boss.ts')).pgBoss,
  absurd: async () => (await import('./absurd.ts')).absurd,
  ours: async () => (await import('./ours.ts')).ours,
  openworkflow: async () => (await import('./openworkflow.ts')).openworkflow,
};

export const CANDIDATE_NAMES: readonly string[] = Object.keys(CANDIDATES);

/** @throws Error for another name than those in {@link CANDIDATE_NAMES} */
export async function candidateNamed(name: string): Promise<Candidate> {
  const load = CANDIDATES[name];
  if (!load) throw new Error(`There is no candidate "${name}": ${CANDIDATE_NAMES.join(', ')}.`);
  return load();
}
