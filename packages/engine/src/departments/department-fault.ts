/** Why a department gave no GraphQL answer, or no further event. */
export type FaultReason =
  'UNREACHABLE' | 'TIMEOUT' | 'TOO_LARGE' | 'NOT_GRAPHQL' | 'BROKEN_OFF' | 'CANCELLED';

const EXPLANATIONS: Record<FaultReason, string> = {
  UNREACHABLE: 'cannot be reached',
  TIMEOUT: 'did not answer in time',
  TOO_LARGE: 'sent an answer that is too large',
  NOT_GRAPHQL: 'sent an answer that is not GraphQL',
  BROKEN_OFF: 'broke a subscription off',
  CANCELLED: 'was not waited for any longer',
};

/**
 * A department did not answer as it should. The message is for the log and may name addresses;
 * callers are told {@link explanation}.
 */
export class DepartmentFault extends Error {
  override readonly name = 'DepartmentFault';
  readonly department: string;
  readonly reason: FaultReason;

  constructor(department: string, reason: FaultReason, detail: string, cause?: unknown) {
    super(`${department} ${EXPLANATIONS[reason]}: ${detail}`, { cause });
    this.department = department;
    this.reason = reason;
  }

  /** Safe to send: names the department and the kind of failure, nothing else. */
  get explanation(): string {
    return `The department ${this.department} ${EXPLANATIONS[this.reason]}.`;
  }
}
