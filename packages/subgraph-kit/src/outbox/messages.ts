/** One row of the outbox, as publishers get it. */
export interface OutboxMessage {
  /** Decimal digits. */
  id: string;
  topic: string;
  key: string;
  payload: Record<string, unknown>;
  createdAt: string;
}

/** Where rows are published besides PostgreSQL. */
export interface Publisher extends AsyncDisposable {
  /**
   * Publishes rows, those of a key in their order, and returns when all are kept.
   *
   * @throws when one is not; then all are published again
   */
  publish(messages: readonly OutboxMessage[]): Promise<void>;
}
