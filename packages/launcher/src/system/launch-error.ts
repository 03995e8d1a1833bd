/** The system cannot be started as asked. The message is written for the operator and says what to do. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}
