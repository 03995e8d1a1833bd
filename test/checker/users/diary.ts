import type { CaseTold, MaterialTold, ReadingRight, ReadTold, StepTold } from '../history.ts';

/** Notes what clients are told, as they are told. */
export interface Diary {
  history: { steps: StepTold[]; matterSteps: StepTold[]; reads: ReadTold[]; materials: MaterialTold[] };
  /** How many answers had an error with each code, and how many did not come. */
  troubles: Map<string, number>;
  addStep(step: StepTold): void;
  addMatterStep(step: StepTold): void;
  addRead(read: ReadTold): void;
  addMaterial(material: MaterialTold): void;
  addTroubles(codes: readonly string[]): void;
  /** Numbers of cases that somebody was told of, to be looked up by others. */
  numbers: string[];
  /** Numbers of applications for matters. */
  matterNumbers: string[];
}

export function createDiary(): Diary {
  const history: Diary['history'] = { steps: [], matterSteps: [], reads: [], materials: [] };
  const troubles = new Map<string, number>();
  const numbers: string[] = [];
  const matterNumbers: string[] = [];
  return {
    history,
    troubles,
    numbers,
    matterNumbers,
    addStep(step) {
      history.steps.push(step);
      if (step.outcome.told === 'TAKEN' && step.number === null) numbers.push(step.outcome.number);
    },
    addMatterStep(step) {
      history.matterSteps.push(step);
      if (step.outcome.told === 'TAKEN' && step.number === null) matterNumbers.push(step.outcome.number);
    },
    addRead: (read) => void history.reads.push(read),
    addMaterial: (material) => void history.materials.push(material),
    addTroubles(codes) {
      for (const code of codes) troubles.set(code, (troubles.get(code) ?? 0) + 1);
    },
  };
}

/** Who asks, with the token and by which right it reads. */
export interface Reader {
  client: string;
  user: string | null;
  right: ReadingRight;
  headers: Readonly<Record<string, string>>;
}

/** A case of an answer, when enough of it was told. Null also for one that was not filed in the graph, where nothing changes. */
export function caseOf(value: unknown): CaseTold | null {
  const { number, version, state, source } = (value ?? {}) as Partial<CaseTold & { source: string }>;
  if (source != null && source !== 'GRAPH') return null;
  return number != null && version != null && state != null ? { number, version, state } : null;
}
