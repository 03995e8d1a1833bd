import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@yiwang/testing/random-graph';
import type { FormSchema } from '@yiwang/subgraph-kit/forms';
import type { CaseTold } from '../history.ts';
import { readCase, type ReadingUser, readInbox, readMine } from './read-cases.ts';
import { sendStep, type User } from './send-step.ts';
import { fillForm } from './fill-form.ts';
import { APPLICANT_STEPS, type Desk, startCase, stepsAt } from './steps.ts';

/** When users end: after `stop` they begin nothing new, after `giveUp` they wait for nothing more. */
export interface Shift {
  stop: AbortSignal;
  giveUp: AbortSignal;
  /** Milliseconds that a user thinks, on average. */
  thinkMs: number;
}

/** What an applicant applies for, and for whom. */
export interface Matter {
  item: string;
  form: FormSchema;
  /** The enterprise; null when the person applies for himself. */
  applicant: string | null;
}

const MOST_OPEN = 3;
const FINAL = new Set(['NOT_ACCEPTED', 'WITHDRAWN', 'RATED']);
/** How often a user looks again before he acts on a case that he saw. */
const LOOKS_AGAIN = 0.5;

/** Begins cases, saves and submits them, completes what is returned, looks at them, and rates them. */
export async function runApplicant(user: User, matters: readonly Matter[], shift: Shift): Promise<void> {
  const { random } = user;
  const own = new Map<string, CaseTold>();
  const forms = new Map<string, FormSchema>();
  while (await think(random, shift)) {
    if (own.size === 0 || (own.size < MOST_OPEN && random.chance(0.1))) {
      await begin(random.pick(matters));
      continue;
    }
    if (random.chance(0.1)) (await readMine(user))?.filter(({ number }) => own.has(number)).forEach(note);
    if (own.size === 0) continue;
    const known = random.pick([...own.values()]);
    const seen = random.chance(LOOKS_AGAIN) ? await readCase(user, known.number) : known;
    if (!seen) continue;
    note(seen);
    const steps = APPLICANT_STEPS[seen.state];
    // Once at the office, most are only looked at.
    if (
      !steps ||
      (seen.state !== 'DRAFT' && steps.length === 1 && seen.state !== 'DELIVERED' && !random.chance(0.03))
    ) {
      if (!FINAL.has(seen.state) && own.has(seen.number)) await look(seen.number);
      continue;
    }
    const outcome = await sendStep(
      user,
      { command: random.pick(steps)(random, forms.get(seen.number)!), seen },
      shift.giveUp,
    );
    if (outcome.told === 'TAKEN') note(seen.state === 'DELIVERED' ? { ...outcome, state: 'RATED' } : outcome);
    else if (outcome.told === 'REJECTED' && outcome.code === 'ALREADY_RATED') own.delete(seen.number);
    else await look(seen.number);
  }

  async function begin({ item, applicant, form }: Matter): Promise<void> {
    const input = { item, applicant, ...(random.chance(0.7) && { form: fillForm(form, random, true) }) };
    const outcome = await sendStep(user, { command: startCase(input), seen: null }, shift.giveUp);
    if (outcome.told !== 'TAKEN') return;
    forms.set(outcome.number, form);
    note(outcome);
  }

  async function look(number: string): Promise<void> {
    const told = await readCase(user, number);
    if (told) note(told);
  }

  function note({ number, version, state }: CaseTold): void {
    if (FINAL.has(state)) own.delete(number);
    else own.set(number, { number, version, state });
  }
}

const WORK_LEFT = new Set(['SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED', 'DECIDED']);

/**
 * Takes cases out of the inbox of the office and brings them on.
 *
 * @param regions where the official looks, such as those of a run's applications among many that were made up; empty for everywhere
 */
export async function runOfficial(
  user: User,
  desk: Desk,
  regions: readonly string[],
  shift: Shift,
): Promise<void> {
  const { random } = user;
  let inbox: CaseTold[] = [];
  while (await think(random, shift)) {
    if (inbox.length === 0 || random.chance(0.2)) {
      const region = regions.length > 0 ? random.pick(regions) : null;
      inbox = (await readInbox(user, desk, region)) ?? inbox;
    }
    if (inbox.length === 0) continue;
    const [known] = inbox.splice(random.below(inbox.length), 1);
    const seen = random.chance(LOOKS_AGAIN) ? await readCase(user, known!.number, desk) : known!;
    const command = seen && stepsAt(desk, seen.state, random);
    if (!command) continue;
    const outcome = await sendStep(user, { command, seen }, shift.giveUp);
    if (outcome.told !== 'TAKEN') continue;
    const { number, version, state } = outcome;
    if (WORK_LEFT.has(state)) inbox.push({ number, version, state });
  }
}

/** Looks up cases of which others were told. */
export async function runReader(user: ReadingUser & { random: Random }, shift: Shift): Promise<void> {
  const { random, diary } = user;
  while (await think(random, shift)) {
    if (diary.numbers.length === 0) continue;
    // The newest are those that change.
    const newest = diary.numbers.slice(-100);
    await readCase(user, random.pick(random.chance(0.7) ? newest : diary.numbers));
  }
}

/** False when the shift is over. */
export async function think(random: Random, { stop, thinkMs }: Shift): Promise<boolean> {
  await sleep(random.below(2 * thinkMs), undefined, { signal: stop }).catch(() => {});
  return !stop.aborted;
}
