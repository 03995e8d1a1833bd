import { dayOf, isDay } from '@yiwang/codes/working-days';
import { checkOptionalText, checkText } from '../commands/check-text.ts';
import { userError } from '../commands/user-errors.ts';
import { isOverdue, moveDueDays, type StepContext, workingDaysAfter } from './clock.ts';
import type {
  CaseCommitment,
  CaseDefect,
  CaseDetails,
  CaseFacts,
  CaseStep,
  CaseStepErrorCode,
} from './facts.ts';

/** What a step changes besides state, version and clock, and what the timeline keeps of it. */
export interface StepOutcome {
  changes?: Partial<CaseFacts>;
  reason?: string | null;
  details?: CaseDetails;
}

const MAX_REASON_CHARACTERS = 2000;
const MAX_NAME_CHARACTERS = 200;
const MAX_COMMITMENT_CHARACTERS = 10_000;
const MAX_ENTRIES = 100;

type StepOf<Action> = Extract<CaseStep, { action: Action }>;

const refuse = (code: CaseStepErrorCode, message: string, field: string[] | null = null) =>
  userError<CaseStepErrorCode>(code, message, field);

/**
 * The work of one step, whose state has been checked.
 *
 * @throws UserErrors when the step lacks what it needs
 */
export function workOf(facts: CaseFacts, step: CaseStep, context: StepContext): StepOutcome {
  switch (step.action) {
    case 'SUBMIT':
    case 'RESUBMIT':
      return { changes: { submittedAt: context.at.toISOString() } };
    case 'RETURN':
      return giveBack(facts, step.defects, context);
    case 'WITHDRAW':
      return { reason: checkOptionalText(step.reason, MAX_REASON_CHARACTERS, ['reason']) };
    case 'DECLINE':
      return { ...withReason(step.reason), changes: { decidedOn: dayOf(context.at) } };
    case 'SUSPEND':
      return withReason(step.reason);
    case 'ACCEPT_WITH_FOLLOW_UP':
      return letFollow(step, context);
    case 'ACCEPT_ON_COMMITMENT':
      return commit(step.commitment);
    case 'SUPPLY':
      return supply(facts, step.materials);
    case 'EXTEND':
      return extend(facts, step, context);
    case 'DECIDE':
      return decide(facts, step, context);
    case 'RATE':
      return rate(facts, step);
    case 'SAVE':
    case 'ACCEPT':
    case 'START_REVIEW':
    case 'RESUME':
    case 'DELIVER':
      return {};
  }
}

const withReason = (reason: string): StepOutcome => ({
  reason: checkText(reason, MAX_REASON_CHARACTERS, ['reason']),
});

function giveBack(facts: CaseFacts, defects: readonly CaseDefect[], { at }: StepContext): StepOutcome {
  if (facts.returnedAt !== null) {
    throw refuse(
      'ALREADY_RETURNED',
      'The case was returned before, which is possible once: everything that is missing must be told at once. Accept it, or decline it with the reason.',
    );
  }
  checkLength(defects, 'defects', 'NO_DEFECTS');
  const checked = defects.map(({ about, problem }, i): CaseDefect => {
    const path = ['defects', String(i)];
    return {
      about: checkOptionalText(about, MAX_NAME_CHARACTERS, [...path, 'about']),
      problem: checkText(problem, MAX_REASON_CHARACTERS, [...path, 'problem']),
    };
  });
  return { changes: { returnedAt: at.toISOString() }, details: { defects: checked } };
}

function letFollow(step: StepOf<'ACCEPT_WITH_FOLLOW_UP'>, { at, calendar, rules }: StepContext): StepOutcome {
  const materials = checkNames(step.materials);
  const { by } = step;
  const day = dayOf(at);
  if (!isDay(by) || by <= day) throw refuse('DAY_PASSED', 'by must be a day after today.', ['by']);
  const last = workingDaysAfter(calendar, day, rules.maxFollowUpDays);
  if (by > last) throw refuse('DAY_TOO_LATE', `by must be ${last} or before.`, ['by']);
  return { changes: { followUpMaterials: materials, followUpBy: by }, details: { materials, by } };
}

function commit({ text, signedBy }: CaseCommitment): StepOutcome {
  const commitment: CaseCommitment = {
    text: checkText(text, MAX_COMMITMENT_CHARACTERS, ['commitment', 'text']),
    signedBy: checkText(signedBy, MAX_NAME_CHARACTERS, ['commitment', 'signedBy']),
  };
  return { details: { commitment } };
}

function supply(facts: CaseFacts, given: readonly string[]): StepOutcome {
  const materials = checkNames(given);
  const followUpMaterials = facts.followUpMaterials ?? [];
  const unknown = materials.filter((name) => !followUpMaterials.includes(name));
  if (unknown.length > 0) {
    throw refuse(
      'UNKNOWN_MATERIAL',
      `The case does not wait for ${unknown.join(', ')}. It waits for ${followUpMaterials.join(', ') || 'nothing'}.`,
      ['materials'],
    );
  }
  const left = followUpMaterials.filter((name) => !materials.includes(name));
  return {
    changes: left.length > 0 ? { followUpMaterials: left } : { followUpMaterials: null, followUpBy: null },
    details: { materials },
  };
}

/** Once, and only before the time is over. */
function extend(
  facts: CaseFacts,
  { days, reason }: StepOf<'EXTEND'>,
  { at, calendar, rules }: StepContext,
): StepOutcome {
  if (facts.extensionDays !== null) {
    throw refuse('NO_EXTENSION', 'The time to decide was extended before, which is possible once.');
  }
  if (facts.dueOn === null) throw refuse('NO_EXTENSION', 'The case has no due day.');
  if (isOverdue(facts, dayOf(at))) throw refuse('NO_EXTENSION', 'The time to decide is over.');
  if (!Number.isInteger(days) || days < 1 || days > rules.maxExtensionDays) {
    throw refuse('NO_EXTENSION', `days must be from 1 to ${rules.maxExtensionDays} working days.`, ['days']);
  }
  return {
    ...withReason(reason),
    changes: { extensionDays: days, ...moveDueDays(calendar, facts, days) },
    details: { days },
  };
}

function decide(facts: CaseFacts, { decision, reason }: StepOf<'DECIDE'>, { at }: StepContext): StepOutcome {
  const day = dayOf(at);
  const { followUpMaterials, followUpBy } = facts;
  // Whoever never brings them is denied, once the day is over that was given.
  const mayDeny = decision === 'DENIED' && followUpBy !== null && followUpBy < day;
  if (followUpMaterials !== null && !mayDeny) {
    throw refuse(
      'FOLLOW_UP_MISSING',
      `These materials were to follow by ${followUpBy}, and have not come: ${followUpMaterials.join(', ')}.`,
    );
  }
  // Whoever is denied must be told why.
  const given = decision === 'DENIED' ? (reason ?? '') : reason;
  return {
    changes: { decision, decidedOn: day },
    reason: checkOptionalText(given, MAX_REASON_CHARACTERS, ['reason']),
    details: { decision },
  };
}

function rate(facts: CaseFacts, { stars, comment }: StepOf<'RATE'>): StepOutcome {
  if (facts.rating !== null) {
    throw refuse('ALREADY_RATED', 'The case was rated before, which is possible once.');
  }
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) {
    throw refuse('MALFORMED_RATING', 'stars must be from 1 to 5.', ['stars']);
  }
  return {
    changes: { rating: stars },
    reason: checkOptionalText(comment, MAX_REASON_CHARACTERS, ['comment']),
    details: { stars },
  };
}

/** Names of materials, each once. */
function checkNames(names: readonly string[]): string[] {
  checkLength(names, 'materials', 'NO_MATERIALS');
  return [...new Set(names.map((name, i) => checkText(name, MAX_NAME_CHARACTERS, ['materials', String(i)])))];
}

function checkLength(list: readonly unknown[], field: string, none: 'NO_MATERIALS' | 'NO_DEFECTS'): void {
  if (list.length === 0) throw refuse(none, `${field} must have at least one entry.`, [field]);
  if (list.length > MAX_ENTRIES) {
    throw refuse('TOO_MANY_ENTRIES', `${field} must have at most ${MAX_ENTRIES} entries.`, [field]);
  }
}
