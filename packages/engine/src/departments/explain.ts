/** Why a connection failed, in words for the log. */
export function explain(error: unknown): string {
  // A name that resolves to several addresses fails with one error for each, and an empty message.
  const causes = error instanceof AggregateError ? error.errors : [error];
  return causes.map((cause) => (cause instanceof Error ? cause.message : String(cause))).join('; ');
}
