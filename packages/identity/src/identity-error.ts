/** A key, credential, token or signature that is not accepted. The message can be shown to whoever sent it. */
export class IdentityError extends Error {
  override readonly name: string = 'IdentityError';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

/** Nobody can tell whether a token is good, for now: the keys of its issuer cannot be had. The message is for the log. */
export class IssuerUnavailableError extends Error {
  override readonly name = 'IssuerUnavailableError';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
