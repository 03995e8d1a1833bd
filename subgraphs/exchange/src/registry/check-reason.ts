import { refuse } from './refusal.ts';

const MOST_CHARACTERS = 1000;

/**
 * Of a change that is kept with why it was made.
 *
 * @throws Refusal MALFORMED_REASON
 */
export function checkReason(reason: string): void {
  if (reason.trim() === '' || reason.length > MOST_CHARACTERS || reason.includes('\0')) {
    throw refuse('MALFORMED_REASON', `A reason has 1 to ${MOST_CHARACTERS} characters.`, ['reason']);
  }
}
