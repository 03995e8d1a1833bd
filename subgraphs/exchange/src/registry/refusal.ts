import type { SchemaCheckModel } from './models.ts';
import type { RefusalCode, UserErrorModel } from './user-error.ts';

/** Ends a command: its transaction is undone, and the caller gets the reasons as userErrors. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reasons: UserErrorModel[];
  /** What was found about the schemas; null when nothing was looked at. */
  readonly check: SchemaCheckModel | null;

  /** @param reasons at least one */
  constructor(reasons: UserErrorModel[], check: SchemaCheckModel | null = null) {
    super(reasons.map(({ message }) => message).join(' '));
    this.reasons = reasons;
    this.check = check;
  }
}

export function refuse(code: RefusalCode, message: string, field: string[] | null = null): Refusal {
  return new Refusal([{ code, message, field }]);
}
