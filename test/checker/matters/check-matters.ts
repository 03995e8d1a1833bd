import type { Findings } from '../finding.ts';
import type { History } from '../history.ts';
import { checkMatterCommands } from './check-matter-commands.ts';
import { checkMatterTimelines } from './check-matter-timelines.ts';
import type { StoredMatters, StoredMatterStep } from './stored-matters.ts';

/** What departments have when a step is done, by matter and step. */
const EFFECTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  YJS320000001: {
    name: ['NAME'],
    registration: ['ENTERPRISE', 'MANDATE'],
    tax: ['TAXPAYER'],
    seal: ['PERMIT 322009001000'],
    food: ['PERMIT 320131004001'],
  },
  YJS320000002: { hold: ['HOLD'], tax: ['DEED_TAX'], registration: ['HOLDER'] },
  YJS320000003: {
    land: ['PLANNING_PERMIT'],
    works: ['PERMIT 320115002001'],
    construction: ['PERMIT 320117001001'],
  },
};

const ENDED = new Set(['COMPLETED', 'FAILED', 'WITHDRAWN']);
/** The states in which a program is at a step. */
const AT_WORK = new Set(['DOING', 'REFILING', 'WITHDRAWING', 'UNDOING']);

/** Where a step may stand, by where its case stands. */
const STEP_STATES: Readonly<Record<string, readonly string[]>> = {
  SUBMITTED: ['AT_OFFICE'],
  ACCEPTED: ['AT_OFFICE'],
  UNDER_REVIEW: ['AT_OFFICE'],
  SUSPENDED: ['AT_OFFICE'],
  RETURNED: ['RETURNED'],
  GRANTED: ['DONE', 'UNDONE'],
  DENIED: ['DENIED', 'UNDONE'],
  NOT_ACCEPTED: ['DENIED', 'UNDONE'],
  WITHDRAWN: ['DENIED', 'UNDONE'],
};

/** Applications for matters end or wait for people, and departments have what their steps say: once, and nothing else. */
export function checkMatters(history: History, matters: StoredMatters, findings: Findings): void {
  checkMatterCommands(history.matterSteps, matters, findings);
  checkMatterTimelines(matters, findings);
  for (const [number, problem] of unsettled(matters))
    findings.add('UNENDED_MATTER', number, `${number} ${problem}.`);
  checkEffects(matters, findings);
  checkFiledCases(matters, findings);
  for (const unit of matters.wrongUnits) {
    findings.add('LEFT_BEHIND', unit, `${unit} is not held by whom it was registered for last.`);
  }
}

/**
 * The applications on which somebody still has to work who is no person, or whose steps do not know yet how their cases stand, with what is
 * wrong.
 */
export function unsettled({ rows, steps, cases }: StoredMatters): [number: string, problem: string][] {
  const byCase = new Map(cases.map((one) => [one.number, one]));
  const stepsOf = Map.groupBy(steps, ({ number }) => number);
  return rows.flatMap(({ number, state }): [string, string][] => {
    const own = stepsOf.get(number) ?? [];
    const told = own.map((step) => `${step.name} ${step.state}`).join(', ');
    const found: [string, string][] = [];
    const isOpen = state !== 'DRAFT' && !ENDED.has(state);
    if (own.some((step) => AT_WORK.has(step.state)))
      found.push([number, `is ${state}, and a program is at it: ${told}`]);
    else if (isOpen && !own.some((step) => step.state === 'AT_OFFICE' || step.state === 'RETURNED')) {
      found.push([number, `is ${state}, and waits for nobody: ${told}`]);
    }
    for (const step of own) {
      const filed = byCase.get(step.departmentCase ?? '');
      if (!filed || AT_WORK.has(step.state)) continue;
      const stands = filed.decision ?? filed.state;
      if (STEP_STATES[stands]?.includes(step.state)) continue;
      found.push([number, `has ${step.name} ${step.state}, and its case ${filed.number} is ${stands}`]);
    }
    return found;
  });
}

function checkEffects({ rows, steps, effects }: StoredMatters, findings: Findings): void {
  const byPlace = Map.groupBy(effects, ({ application, kind }) => `${application} ${kind}`);
  const states = new Map(steps.map((step) => [`${step.number} ${step.name}`, step.state]));
  const accounted = new Set<string>();
  for (const { number, matter, state } of rows) {
    for (const [name, kinds] of Object.entries(EFFECTS[matter] ?? {})) {
      const step = states.get(`${number} ${name}`);
      for (const kind of kinds) {
        const place = `${number} ${kind}`;
        accounted.add(place);
        const found = byPlace.get(place) ?? [];
        const what = found.map((one) => one.what).join(', ');
        const where = `${number} is ${state}, its step ${name} is ${step}`;
        if (found.length > 1)
          findings.add('DOUBLED_EFFECT', number, `${where}, and there are several: ${what}.`);
        if (step === 'DONE' && found.length === 0) {
          findings.add('MISSING_EFFECT', number, `${where}, and there is no ${kind}.`);
        }
        if (step !== 'DONE' && found.length > 0) {
          findings.add('LEFT_BEHIND', number, `${where}, and there is ${kind} ${what}.`);
        }
      }
      // A permit is given to people: it stays, whatever becomes of the rest.
      const isKept = kinds.every((kind) => kind.startsWith('PERMIT '));
      if ((state === 'FAILED' || state === 'WITHDRAWN') && step === 'DONE' && !isKept) {
        findings.add('LEFT_BEHIND', number, `${number} is ${state}, and its step ${name} was not undone.`);
      }
    }
  }
  for (const [place, [one]] of byPlace) {
    if (accounted.has(place)) continue;
    findings.add(
      'LEFT_BEHIND',
      one!.application ?? one!.what,
      `No application accounts for ${one!.kind} ${one!.what}.`,
    );
  }
}

function checkFiledCases({ rows, steps, cases }: StoredMatters, findings: Findings): void {
  const states = new Map(rows.map(({ number, state }) => [number, state]));
  const stepOf = new Map<string, StoredMatterStep>(
    steps.flatMap((step) => (step.departmentCase === null ? [] : [[step.departmentCase, step]])),
  );
  for (const [, same] of Map.groupBy(cases, ({ application, kind }) => `${application} ${kind}`)) {
    const [one] = same;
    if (same.length === 1) continue;
    const numbers = same.map(({ number }) => number).join(', ');
    findings.add(
      'DOUBLED_EFFECT',
      one!.application,
      `${one!.application} has ${same.length} cases for ${one!.kind}: ${numbers}.`,
    );
  }
  for (const { number, application, state, decision } of cases) {
    const step = stepOf.get(number);
    if (step?.number !== application) {
      findings.add(
        'LEFT_BEHIND',
        application,
        `The case ${number} was filed for ${application}, which does not know it.`,
      );
    } else if (
      ENDED.has(states.get(application)!) &&
      decision === null &&
      STEP_STATES[state]?.some((one) => one === 'AT_OFFICE' || one === 'RETURNED')
    ) {
      findings.add(
        'LEFT_BEHIND',
        application,
        `${application} is ${states.get(application)}, and its case ${number} is ${state}.`,
      );
    }
  }
  const known = new Set(cases.map(({ number }) => number));
  for (const [number, step] of stepOf) {
    if (known.has(number)) continue;
    findings.add(
      'MISSING_EFFECT',
      step.number,
      `${step.number} has the case ${number} for ${step.name}, which no department has.`,
    );
  }
}
