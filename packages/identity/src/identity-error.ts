/** A key, credential or signature that is not accepted. The message can be shown to whoever sent it. */
export class IdentityError extends Error {
  override readonly name = 'IdentityError';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
