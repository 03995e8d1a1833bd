import { createHash } from 'node:crypto';
import { type Answers, isSame, mergeStep, pickAnswers } from './answers.ts';

/** What becomes of the answers of a screen, when the form may have been changed meanwhile. */
export type StepPlan =
  /** They are what is saved already. */
  | { kind: 'UNCHANGED' }
  /** To be saved as the next version after `version`. */
  | { kind: 'SAVE'; form: Answers; version: number }
  /** Somebody else changed the same answers: the person looks at both. */
  | { kind: 'CONFLICT'; theirs: Answers };

/**
 * Compares three: what stood on the screen when it was opened, what was typed, and what is saved now. A change elsewhere in the form, such as a
 * material that was attached in another window, is no conflict.
 */
export function planStep(
  saved: { form: Answers; version: number },
  names: readonly string[],
  sent: { typed: Answers; opened: Answers | null; version: number },
): StepPlan {
  const theirs = pickAnswers(saved.form, names);
  if (isSame(theirs, sent.typed)) return { kind: 'UNCHANGED' };
  const isOwn = saved.version === sent.version || (sent.opened !== null && isSame(theirs, sent.opened));
  if (!isOwn) return { kind: 'CONFLICT', theirs };
  return { kind: 'SAVE', form: mergeStep(saved.form, names, sent.typed), version: saved.version };
}

/**
 * The idempotency key of a command: of what the loader put into the page, and of what is to be done. So the same form sent twice is one command, and
 * one that is sent again with other answers, as after going back in the browser, is another.
 */
export function commandKey(base: string, ...content: unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([base, ...content]))
    .digest('base64url');
}
