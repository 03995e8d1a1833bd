/** The registry did not answer, or refused. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  /** Null when there was no answer. */
  readonly code: string | null;

  constructor(message: string, code: string | null, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
