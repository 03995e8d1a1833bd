/** Where a run failed. It is stored with the error. */
export interface Failure {
  step: string;
  attempts: number;
}

/**
 * Thrown by a step's work that must not be attempted again: the answer is final. The workflow may catch it and undo what it did.
 *
 * @example throw new GiveUp('NAME_TAKEN', 'The name is taken.');
 */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
  readonly code: string;
  /** Undefined until the step has ended. */
  data?: Failure;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A step whose attempts are used up. Its message is that of the last error, which is its cause in the process where it happened. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
  readonly code = 'STEP_FAILED';
  readonly data: Failure;

  constructor(message: string, data: Failure, cause?: unknown) {
    super(message, { cause });
    this.data = data;
  }
}

/** What is stored of an error, and read back. */
export interface StoredError {
  name: string;
  message: string;
  code?: unknown;
  data?: Partial<Failure> | undefined;
}

/** The error of a step as workflows know it: errors that were stored have lost their class. Others stay as they are. */
export function reviveError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof GiveUp || error instanceof StepFailed) return error;
  const { name, message, code, data } = error as StoredError;
  const failure = { step: data?.step ?? '', attempts: data?.attempts ?? 0 };
  if (name === 'StepFailed') return new StepFailed(message, failure);
  if (name === 'GiveUp') return Object.assign(new GiveUp(String(code), message), { data: failure });
  return error;
}
