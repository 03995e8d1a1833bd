/** The journal cannot be used. The message is written for the operator. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}
