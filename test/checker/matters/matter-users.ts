import { randomUUID } from 'node:crypto';
import type { Random } from '@yiwang/testing/random-graph';
import type { CaseTold } from '../history.ts';
import { ask } from '../users/ask.ts';
import { sendStep, type User } from '../users/send-step.ts';
import type { Command } from '../users/steps.ts';
import { type Shift, think } from '../users/users.ts';

/** What somebody applies for. */
export interface MatterPlan {
  /** Code of the matter. */
  matter: string;
  /** The enterprise that applies; null when the person does. */
  applicant: string | null;
  region: string;
  /** Answers that are whole, but that a department may still refuse. */
  form(random: Random): Record<string, unknown>;
}

/** An application, as its applicant sees it. */
interface MatterTold extends CaseTold {
  steps: { name: string; state: string }[];
}

const PATIENCE_MS = 10_000;
const MOST_OPEN = 3;
const FINAL = new Set(['COMPLETED', 'FAILED', 'WITHDRAWN']);

const READ = `query Matter($number: ID!) { matterCase(number: $number) { number version state steps { name state } } }`;
const STUCK = `{ stuckMatterSteps { number step } }`;
const RETRY = `mutation Retry($number: ID!, $step: String!, $key: ID!) {
  retryMatterStep(number: $number, step: $step, idempotencyKey: $key) { userErrors { code } } }`;

const command = (
  name: string,
  action: Command['actions'][number],
  types: Command['types'] = {},
  args: Command['arguments'] = {},
): Command => ({ name, actions: [action], types, arguments: args, result: 'matterCase' });

/** Begins applications, submits them, corrects what is returned, and withdraws some. */
export async function runMatterApplicant(
  user: User,
  plans: readonly MatterPlan[],
  shift: Shift,
): Promise<void> {
  const { random } = user;
  const open = new Map<string, { plan: MatterPlan; form: object }>();
  while (await think(random, shift)) {
    if (open.size === 0 || (open.size < MOST_OPEN && random.chance(0.15))) {
      const plan = random.pick(plans);
      const { matter, applicant, region } = plan;
      const form = plan.form(random);
      const input = { matter, applicant, region, form };
      const outcome = await send(
        command('startMatterCase', 'START', { input: 'MatterCaseInput!' }, { input }),
        null,
      );
      if (outcome.told === 'TAKEN') open.set(outcome.number, { plan, form });
      continue;
    }
    const number = random.pick([...open.keys()]);
    const seen = await readMatter(user, number);
    if (!seen) continue;
    if (FINAL.has(seen.state)) {
      open.delete(number);
      continue;
    }
    const { plan, form } = open.get(number)!;
    // What departments have used already must stay as it is.
    const next = nextCommand(seen, random.chance(0.5) ? form : plan.form(random), random);
    if (next) await send(next, seen);
  }

  function send(next: Command, seen: CaseTold | null) {
    return sendStep(user, { command: next, seen }, shift.giveUp);
  }
}

/** Null when the applicant waits. */
function nextCommand({ state, steps }: MatterTold, form: object, random: Random): Command | null {
  const withdraw = command('withdrawMatterCase', 'WITHDRAW', { reason: 'String' }, { reason: '不办了' });
  if (state === 'DRAFT') return random.chance(0.95) ? command('submitMatterCase', 'SUBMIT') : withdraw;
  if (state !== 'IN_PROGRESS') return null;
  if (steps.some((step) => step.state === 'RETURNED')) {
    if (random.chance(0.2)) return withdraw;
    return command('completeMatterCase', 'COMPLETE', { form: 'JSON!' }, { form });
  }
  return random.chance(0.03) ? withdraw : null;
}

/** Retries what is stuck, and now and then undoes what goes on well, because somebody said so. */
export async function runOperator(user: User, shift: Shift): Promise<void> {
  const { random, diary } = user;
  while (await think(random, shift)) {
    await retryStuck(user);
    if (!random.chance(0.5) || diary.matterNumbers.length === 0) continue;
    // The newest are those that are still under way.
    const seen = await readMatter(user, random.pick(diary.matterNumbers.slice(-20)));
    if (seen?.state !== 'IN_PROGRESS') continue;
    const undo = command('undoMatterCase', 'UNDO', { reason: 'String!' }, { reason: '无法办理' });
    await sendStep(user, { command: undo, seen }, shift.giveUp);
  }
}

/** Lets every step that is stuck go on. */
export async function retryStuck({ url, headers }: Pick<User, 'url' | 'headers'>): Promise<void> {
  const answer = await ask({ url, headers, query: STUCK, variables: {}, patienceMs: PATIENCE_MS });
  const stuck = (answer?.data?.['stuckMatterSteps'] ?? []) as { number: string; step: string }[];
  for (const one of stuck) {
    const variables = { ...one, key: randomUUID() };
    await ask({ url, headers, query: RETRY, variables, patienceMs: PATIENCE_MS });
  }
}

async function readMatter({ url, headers, diary }: User, number: string): Promise<MatterTold | null> {
  const answer = await ask({ url, headers, query: READ, variables: { number }, patienceMs: PATIENCE_MS });
  diary.addTroubles(answer?.codes ?? ['NO_ANSWER']);
  return (answer?.data?.['matterCase'] as MatterTold | null | undefined) ?? null;
}
