import { type Desk, type DeskCase, type StepName, STEPS } from './model.ts';

/** The steps that an official may take in a state of a case, likeliest first. */
const POSSIBLE: Readonly<Record<string, readonly StepName[]>> = {
  SUBMITTED: ['accept', 'return', 'decline'],
  ACCEPTED: ['review', 'extend'],
  UNDER_REVIEW: ['decide', 'suspend', 'extend'],
  SUSPENDED: ['resume'],
  DECIDED: ['deliver'],
};

type Standing = Pick<DeskCase, 'state' | 'decision' | 'timeline' | 'isOverdue'>;

/** What may be done now: a case is returned once and extended once, in time, and a denial is not delivered. */
export function possibleSteps({ state, decision, timeline, isOverdue }: Standing): readonly StepName[] {
  const has = (step: string) => timeline.some((event) => event.step === step);
  return (POSSIBLE[state] ?? []).filter((step) => {
    if (step === 'return') return !has('RETURNED');
    if (step === 'extend') return !has('EXTENDED') && !isOverdue;
    if (step === 'deliver') return decision === 'GRANTED';
    return true;
  });
}

/** Reads the arguments of a step from its form. What is empty is left out; the department checks the rest. */
export function readStep(step: StepName, form: FormData, desk: Desk): Record<string, unknown> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
  switch (step) {
    case 'accept': {
      if (!desk.hasPermits) return {};
      const how = text('how');
      return {
        followUp: how === 'followUp' ? { materials: texts('material'), by: text('followUpBy') ?? '' } : null,
        commitment:
          how === 'commitment' ? { text: text('commitment') ?? '', signedBy: text('signedBy') ?? '' } : null,
      };
    }
    case 'return': {
      const about = texts('about');
      const defects = texts('problem').map((problem, i) => ({
        about: about[i]?.trim() || null,
        problem: problem.trim(),
      }));
      return { defects: defects.filter(({ problem }) => problem !== '') };
    }
    case 'decline':
    case 'suspend':
      return { reason: text('reason') ?? '' };
    case 'extend':
      return { days: Number(text('days') ?? 0) || 0, reason: text('reason') ?? '' };
    case 'decide': {
      const isGranted = text('decision') === 'GRANTED';
      const permit = { name: text('permitName'), validUntil: text('validUntil') };
      return {
        decision: isGranted ? 'GRANTED' : 'DENIED',
        reason: text('reason'),
        ...(desk.hasPermits && { permit: isGranted && (permit.name || permit.validUntil) ? permit : null }),
      };
    }
    default:
      return {};
  }
}

/** What stands in a form, to show it again: every field, in the order of its values. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export function typedOf(form: FormData): Typed {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === 'string') (typed[name] ??= []).push(value);
  return typed;
}

export function isStep(value: unknown): value is StepName {
  return (STEPS as readonly unknown[]).includes(value);
}
