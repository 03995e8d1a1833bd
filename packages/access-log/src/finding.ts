/** What is wrong with a record, or where one should be. */
export type FindingReason =
  | 'CHANGED'
  | 'MISSING'
  | 'REORDERED'
  | 'REPEATED'
  | 'INSERTED'
  | 'SEAL_FORGED'
  | 'SEAL_MISSING'
  | 'CUT_OFF'
  | 'MISFILED';

/** The first record of a log that is not as its gateway wrote it. */
export interface Finding {
  reason: FindingReason;
  sequence: number;
  /** One sentence. */
  message: string;
}
