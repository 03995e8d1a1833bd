/** A row of the outbox about a case. */
export interface StoredMessage {
  number: string;
  version: number;
  state: string;
  /** Whether followers were told. */
  isTold: boolean;
}

/** An idempotency key that was used. */
export interface StoredKey {
  key: string;
  user: string;
  /** Number of the case. */
  number: string;
}
