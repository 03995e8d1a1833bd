/** PostgreSQL cannot be had as asked. The message is one line for the operator and says what to do. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
}
