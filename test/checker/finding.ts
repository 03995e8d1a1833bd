/** What must not be, however often a process was killed. */
export type Rule =
  /** A user was told that a step was taken, and it is not stored. */
  | 'LOST_STEP'
  /** A step is stored that nobody was told of, or more often than it was asked for. */
  | 'DOUBLED_STEP'
  /** A user was told that a step was rejected, and it is stored. */
  | 'REJECTED_STEP_TAKEN'
  /** A user was told of another version, and there was none. */
  | 'FALSE_REJECTION'
  /** The timeline of a case has a hole, does not lead to where the case stands, or is missing. */
  | 'BROKEN_TIMELINE'
  /** A change of a case that followers are not told of, or a message without a change. */
  | 'LOST_MESSAGE'
  /** A case was granted and has no permit, or has one that it should not have. */
  | 'WRONG_PERMIT'
  /** A reader saw a state that was over before it asked, or that never was. */
  | 'STALE_READ'
  /** A reader saw what it has no grant or other right for. */
  | 'UNAUTHORIZED_READ'
  /** An answer is not in the access log, or not as it was. */
  | 'UNLOGGED_READ'
  /** An application for a matter neither ended nor waits for people. */
  | 'UNENDED_MATTER'
  /** A department has done a step of an application more than once. */
  | 'DOUBLED_EFFECT'
  /** A department has what no step that is done accounts for. */
  | 'LEFT_BEHIND'
  /** A step is done, and the department has not done it. */
  | 'MISSING_EFFECT'
  /** A file was received whole, and is not stored as it was sent. */
  | 'LOST_MATERIAL'
  /** The chain of an access log is broken, or the logs contradict each other. */
  | 'BROKEN_LOG';

export interface Finding {
  rule: Rule;
  /** Number of a case, key of a command, or id of a request. */
  about: string;
  message: string;
}

/** A collector of findings of one rule after the other. */
export function createFindings() {
  const findings: Finding[] = [];
  return {
    findings,
    add(rule: Rule, about: string, message: string): void {
      findings.push({ rule, about, message });
    },
  };
}

export type Findings = ReturnType<typeof createFindings>;
