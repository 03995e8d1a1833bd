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
  | 'MISFILED'
  /** A gateway that is registered has no log. */
  | 'GONE'
  /** A department has answered what no gateway has written down. */
  | 'UNLOGGED'
  /** A gateway has written down what no department has. */
  | 'UNSERVED'
  /** A department has answered one assertion twice. */
  | 'REPLAYED';

/** The first record of a log that is not as its gateway wrote it. */
export interface Finding {
  reason: FindingReason;
  sequence: number;
  /** One sentence. */
  message: string;
}
