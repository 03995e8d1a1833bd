/** The department cannot be made as asked. The message is for the person, and nothing was written. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
