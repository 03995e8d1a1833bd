import { EXIT, type ExitCode } from '../shared/command-error.ts';
import { answer } from '../shared/output.ts';
import type { UserError } from '../registry/answers.ts';
import { describeUserErrors } from './publish-report.ts';

/**
 * Answers with the payload of a mutation: why it was refused, or what it did.
 *
 * @param done says in words what it did
 */
export function answerPayload(
  json: boolean,
  payload: { userErrors: readonly UserError[] },
  done: () => string,
): ExitCode {
  const isDone = payload.userErrors.length === 0;
  answer(json, payload, () => (isDone ? done() : describeUserErrors(payload.userErrors)));
  return isDone ? EXIT.FINE : EXIT.REFUSED;
}
