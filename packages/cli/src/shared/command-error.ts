/** How a command ends. CI branches on it: docs/registry.md. */
export const EXIT = {
  FINE: 0,
  /** The registry, or composition, says no: what was asked for breaks something or is not allowed. */
  REFUSED: 1,
  /** The question never came to be answered: wrong arguments, a file that is missing, a registry that is away. */
  FAILED: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command that cannot go on. The message is written for the person who typed it, and says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.FAILED) {
    super(message);
    this.exitCode = exitCode;
  }
}
