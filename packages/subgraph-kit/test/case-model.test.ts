import { addDays, dayOf } from '@yiwang/codes/working-days';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CaseRights, type OfficialRight, requireRight } from '../src/cases/case-rights.ts';
import {
  AT_THE_OFFICE,
  CASE_RULES,
  CASE_TRANSITIONS,
  type CasePrincipal,
  type CaseState,
  type CaseStep,
  isOverdue,
  newCase,
  type StepEvent,
  takeStep,
  timesOf,
} from '../src/cases/index.ts';
import type { CaseRow } from '../src/cases/tables.ts';
import type { Db } from '../src/database/db.ts';
import { UserErrors } from '../src/index.ts';
import { type Action, ALLOWED, APPLICANTS, calendar, STEPS } from './support/case-steps.ts';

// The transition table with its clocks and mandates against a model that is simple instead of clever: it looks states up in a list,
// and counts days one by one.

/** The seed of the run: set it to repeat a failure. */
const SEED = Number(process.env['CASE_MODEL_SEED'] ?? Date.now() % 2 ** 31);
const RUNS = 4000;

const AGENT: CasePrincipal = { client: 'portal', user: 'agent', department: null, scopes: [] };
const OFFICIAL: CasePrincipal = { client: 'desk', user: 'official', department: 'dogs', scopes: [] };
const STRANGER: CasePrincipal = { client: 'portal', user: 'stranger', department: null, scopes: [] };

/** What happens next in a run: time passes, rights change, or somebody tries a step. */
type Move =
  | { kind: 'wait'; hours: number }
  | { kind: 'mandate'; isInForce: boolean }
  | { kind: 'office'; right: 'HERE' | 'ELSEWHERE' | null }
  | { kind: 'step'; step: CaseStep; who: 'SIDE' | 'OTHER' | 'STRANGER' }
  /** A step that the model allows in its state, so that runs come far. */
  | { kind: 'forward'; pick: number; odd: CaseStep[] };

const text = fc.constantFrom('原因', ' ', '', 'x'.repeat(2001), 'a\0');
const oddStep: fc.Arbitrary<CaseStep> = fc.oneof(
  fc.constant({ action: 'RETURN' as const, defects: [] }),
  fc.record({ action: fc.constantFrom('DECLINE' as const, 'SUSPEND' as const), reason: text }),
  fc.record({
    action: fc.constant('ACCEPT_WITH_FOLLOW_UP' as const),
    materials: fc.array(fc.constantFrom('平面图', '租赁合同', ''), { maxLength: 3 }),
    by: fc.integer({ min: -3, max: 120 }).map((days) => `+${days}`),
  }),
  fc.record({
    action: fc.constant('SUPPLY' as const),
    materials: fc.array(fc.constantFrom('平面图', '租赁合同', '照片'), { maxLength: 3 }),
  }),
  fc.record({ action: fc.constant('EXTEND' as const), days: fc.integer({ min: -1, max: 12 }), reason: text }),
  fc.record({
    action: fc.constant('DECIDE' as const),
    decision: fc.constantFrom('GRANTED' as const, 'DENIED' as const),
    reason: fc.option(text),
  }),
  fc.record({
    action: fc.constant('RATE' as const),
    stars: fc.integer({ min: -1, max: 7 }),
    comment: fc.constant(null),
  }),
);
const step = fc.oneof(fc.constantFrom(...Object.values(STEPS)), oddStep);

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 0, max: 120 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mandate' as const), isInForce: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('office' as const),
      right: fc.constantFrom('HERE' as const, 'HERE' as const, 'ELSEWHERE' as const, null),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      step,
      who: fc.constantFrom(
        'SIDE' as const,
        'SIDE' as const,
        'SIDE' as const,
        'OTHER' as const,
        'STRANGER' as const,
      ),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('forward' as const),
      pick: fc.nat(20),
      // Of these one that is possible, now and then.
      odd: fc.oneof(
        { weight: 3, arbitrary: fc.constant<CaseStep[]>([]) },
        { weight: 1, arbitrary: fc.array(oddStep, { minLength: 12, maxLength: 12 }) },
      ),
    }),
  },
);

/** What the model keeps of a case. */
interface Model {
  state: CaseState;
  version: number;
  wasSubmitted: boolean;
  wasReturned: boolean;
  /** Materials to follow, and the day by which. */
  follow: { materials: string[]; by: string } | null;
  extension: number;
  isRated: boolean;
  /** Working days that the clock has run, and whether it runs. Null before it starts. */
  clock: { used: number; runs: boolean; isOver: boolean } | null;
  mandate: boolean;
  office: 'HERE' | 'ELSEWHERE' | null;
  hours: { applicant: number; official: number; suspended: number };
}

const PROMISED = 5;
const HOUR_MS = 3_600_000;
const isText = (value: string | null) =>
  value !== null && value.trim() !== '' && value.length <= 2000 && !value.includes('\0');

/** One day begins: the day before it was the last one, or not. */
function beginDay(model: Model, day: string): void {
  const { clock } = model;
  if (!clock?.runs) return;
  if (clock.used >= PROMISED + model.extension) clock.isOver = true;
  if (calendar.isWorkingDay(day)) clock.used += 1;
}

function passHours(model: Model, hours: number): void {
  if (model.state === 'DRAFT' || model.state === 'RETURNED') model.hours.applicant += hours;
  else if (model.state === 'SUSPENDED') model.hours.suspended += hours;
  else if (AT_THE_OFFICE.includes(model.state)) model.hours.official += hours;
}

/** What the model says comes of a step: a code, or null when it is taken. */
function expected(
  model: Model,
  step: CaseStep,
  who: 'SIDE' | 'OTHER' | 'STRANGER',
  today: string,
): string | null {
  const byApplicant = APPLICANTS.includes(step.action);
  const isAgent = who !== 'STRANGER' && byApplicant === (who === 'SIDE');
  const isOfficial = who !== 'STRANGER' && !isAgent;
  const office = isOfficial && model.wasSubmitted ? model.office : null;
  if (byApplicant) {
    if (isAgent && !model.mandate) return 'NO_MANDATE';
    if (!isAgent) return office ? 'FORBIDDEN' : 'UNKNOWN_NUMBER';
  } else {
    if (isAgent) return model.mandate ? 'FORBIDDEN' : 'UNKNOWN_NUMBER';
    if (office === null) return 'UNKNOWN_NUMBER';
    if (office === 'ELSEWHERE') return 'NOT_YOUR_REGION';
  }
  if (ALLOWED[model.state][step.action] === undefined) return 'WRONG_STATE';
  switch (step.action) {
    case 'RETURN':
      if (model.wasReturned) return 'ALREADY_RETURNED';
      return step.defects.length > 0 ? null : 'NO_DEFECTS';
    case 'DECLINE':
    case 'SUSPEND':
      return isText(step.reason) ? null : 'MALFORMED_TEXT';
    case 'ACCEPT_WITH_FOLLOW_UP':
      if (step.materials.length === 0) return 'NO_MATERIALS';
      if (!step.materials.every(isText)) return 'MALFORMED_TEXT';
      if (step.by <= today) return 'DAY_PASSED';
      return step.by > calendar.addWorkingDays(today, CASE_RULES.maxFollowUpDays) ? 'DAY_TOO_LATE' : null;
    case 'SUPPLY':
      if (step.materials.length === 0) return 'NO_MATERIALS';
      return step.materials.every((name) => model.follow?.materials.includes(name))
        ? null
        : 'UNKNOWN_MATERIAL';
    case 'EXTEND':
      if (model.extension > 0 || model.clock?.isOver) return 'NO_EXTENSION';
      if (step.days < 1 || step.days > CASE_RULES.maxExtensionDays) return 'NO_EXTENSION';
      return isText(step.reason) ? null : 'MALFORMED_TEXT';
    case 'DECIDE':
      if (model.follow && !(step.decision === 'DENIED' && model.follow.by < today))
        return 'FOLLOW_UP_MISSING';
      if (step.decision === 'GRANTED' && step.reason === null) return null;
      return isText(step.reason) ? null : 'MALFORMED_TEXT';
    case 'RATE':
      if (model.isRated) return 'ALREADY_RATED';
      return step.stars >= 1 && step.stars <= 5 ? null : 'MALFORMED_RATING';
    default:
      return null;
  }
}

function advance(model: Model, step: CaseStep): void {
  model.state = ALLOWED[model.state][step.action]!;
  model.version += 1;
  if (step.action.startsWith('ACCEPT')) model.clock = { used: 0, runs: true, isOver: false };
  if (step.action === 'SUSPEND') model.clock!.runs = false;
  if (step.action === 'RESUME') model.clock!.runs = true;
  if (step.action === 'DECIDE' || step.action === 'WITHDRAW') {
    if (model.clock) model.clock.runs = false;
  }
  if (step.action === 'SUBMIT') model.wasSubmitted = true;
  if (step.action === 'RETURN') model.wasReturned = true;
  if (step.action === 'ACCEPT_WITH_FOLLOW_UP') {
    model.follow = { materials: [...step.materials], by: step.by };
  }
  if (step.action === 'SUPPLY') {
    const left = model.follow!.materials.filter((name) => !step.materials.includes(name));
    model.follow = left.length > 0 ? { ...model.follow!, materials: left } : null;
  }
  if (step.action === 'EXTEND') model.extension = step.days;
  if (step.action === 'RATE') model.isRated = true;
}

/** A day that is written as days from today becomes that day. */
function onDay(step: CaseStep, today: string): CaseStep {
  if (step.action !== 'ACCEPT_WITH_FOLLOW_UP') return step;
  const days = step.by.startsWith('+') ? Number(step.by.slice(1)) : 14;
  return { ...step, by: addDays(today, days) };
}

async function codeOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error instanceof UserErrors
      ? error.userErrors[0]!.code
      : (error as { extensions: { code: string } }).extensions.code;
  }
}

async function follow(moves: readonly Move[], reached: Map<string, number>): Promise<void> {
  let now = Date.parse('2026-01-05T01:00:00Z');
  const model: Model = {
    state: 'DRAFT',
    version: 1,
    wasSubmitted: false,
    wasReturned: false,
    follow: null,
    extension: 0,
    isRated: false,
    clock: null,
    mandate: true,
    office: 'HERE',
    hours: { applicant: 0, official: 0, suspended: 0 },
  };
  const started = newCase({ statutoryDays: 20, promisedDays: PROMISED }, new Date(now));
  let facts = started.facts;
  const events: StepEvent[] = [started.event];
  const rights: CaseRights<CasePrincipal, CaseRow> = {
    actsFor: ({ user }) => (user === 'agent' && model.mandate ? 'mandate:1' : null),
    mayDecide: async (_tx, { user }): Promise<OfficialRight> => {
      if (user !== 'official' || model.office === null) return null;
      return model.office === 'HERE' ? { right: 'official:1' } : 'ELSEWHERE';
    },
  };

  async function attempt(given: CaseStep, who: 'SIDE' | 'OTHER' | 'STRANGER'): Promise<void> {
    const at = new Date(now);
    const today = dayOf(at);
    const step = onDay(given, today);
    const { by: side } = CASE_TRANSITIONS[step.action];
    const own = side === 'APPLICANT' ? AGENT : OFFICIAL;
    const caller = who === 'STRANGER' ? STRANGER : who === 'SIDE' ? own : own === AGENT ? OFFICIAL : AGENT;
    const before = structuredClone(facts);
    let result: ReturnType<typeof takeStep> | null = null;
    const code = await codeOf(async () => {
      const row = { ...facts, number: 'D-1', filedBy: 'agent' } as CaseRow;
      await requireRight(rights, {} as Db, caller, row, side);
      result = takeStep(facts, step, { at, calendar, rules: CASE_RULES });
      if ('problem' in result) throw new UserErrors([result.problem]);
    });
    expect(code).toBe(expected(model, step, who, today));
    expect(facts).toEqual(before);
    reached.set(code ?? step.action, (reached.get(code ?? step.action) ?? 0) + 1);
    if (code !== null) return;
    const taken = result as unknown as { facts: typeof facts; event: StepEvent };
    facts = taken.facts;
    events.push(taken.event);
    advance(model, step);
  }

  for (const next of moves) {
    if (next.kind === 'wait') {
      for (let hour = 0; hour < next.hours; hour++) {
        const day = dayOf(new Date(now));
        now += HOUR_MS;
        passHours(model, 1);
        const after = dayOf(new Date(now));
        if (after !== day) beginDay(model, after);
      }
    } else if (next.kind === 'mandate') {
      model.mandate = next.isInForce;
    } else if (next.kind === 'office') {
      model.office = next.right;
    } else if (next.kind === 'step') {
      await attempt(next.step, next.who);
    } else {
      const possible = Object.keys(ALLOWED[model.state]) as Action[];
      // Seldom the end of everything.
      const forward = possible.filter(
        (action) => next.pick > 17 || !['WITHDRAW', 'DECLINE'].includes(action),
      );
      const odd = next.odd.find(({ action }) => possible.includes(action));
      if (odd) await attempt(odd, 'SIDE');
      else if (forward.length > 0) await attempt(STEPS[forward[next.pick % forward.length]!], 'SIDE');
    }
    compare();
  }

  function compare(): void {
    const today = dayOf(new Date(now));
    expect(facts.state).toBe(model.state);
    expect(facts.version).toBe(model.version);
    expect(facts.followUpMaterials).toEqual(model.follow?.materials.filter(unique) ?? null);
    expect(facts.extensionDays).toBe(model.extension || null);
    expect(isOverdue(facts, today)).toBe(model.state !== 'WITHDRAWN' && (model.clock?.isOver ?? false));
    expect(facts.actBy !== null).toBe(AT_THE_OFFICE.includes(facts.state));
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => i + 1));
    for (const [i, { from }] of events.entries()) expect(from).toBe(i === 0 ? null : events[i - 1]!.to);
    const times = timesOf(
      events.map((event) => ({ ...event, machineMs: 0 })),
      new Date(now),
    );
    expect(times).toEqual({
      applicantMs: model.hours.applicant * HOUR_MS,
      officialMs: model.hours.official * HOUR_MS,
      suspendedMs: model.hours.suspended * HOUR_MS,
      machineMs: 0,
    });
  }
}

const unique = (name: string, i: number, names: string[]) => names.indexOf(name) === i;

test(`${RUNS} histories of a case go as the model says (CASE_MODEL_SEED=${SEED})`, async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 60, size: 'max' }), (moves) => follow(moves, reached)),
    { numRuns: RUNS, seed: SEED },
  );
  // The runs come everywhere: each step was taken, and each reason to refuse one was met.
  const codes = [
    'WRONG_STATE',
    'UNKNOWN_NUMBER',
    'FORBIDDEN',
    'NO_MANDATE',
    'NOT_YOUR_REGION',
    'ALREADY_RETURNED',
  ];
  const more = [
    'MALFORMED_TEXT',
    'NO_MATERIALS',
    'UNKNOWN_MATERIAL',
    'DAY_PASSED',
    'DAY_TOO_LATE',
    'NO_EXTENSION',
  ];
  const last = ['FOLLOW_UP_MISSING', 'NO_DEFECTS', 'ALREADY_RATED', 'MALFORMED_RATING'];
  const missing = [...Object.keys(STEPS), ...codes, ...more, ...last].filter((one) => !reached.has(one));
  expect(missing).toEqual([]);
});
