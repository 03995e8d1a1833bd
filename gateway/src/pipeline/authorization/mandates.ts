import type { Mandate } from '@yiwang/identity';

/** The mandates 授权 of one person. */
export interface HeldMandates {
  mandates: readonly Mandate[];
  /** False while the department that owns them cannot be asked: the person may have some. */
  areKnown: boolean;
}

/** The mandates of a client that is no person, and of persons of whom nobody was asked. */
export const NO_MANDATES: HeldMandates = { mandates: [], areKnown: true };

/** A revoked mandate gives no right after this time. */
export const MANDATES_MAX_AGE_MS = 1_000;

/** Tells for whom persons act. */
export interface MandateSource {
  /** Returns the mandates of a person as they were at most {@link MANDATES_MAX_AGE_MS} ago. */
  heldBy(user: string): Promise<HeldMandates>;
}
