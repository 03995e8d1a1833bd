export {
  type Access,
  type AccessOutcome,
  type AccessRecord,
  type AccessSubject,
  logOf,
  logOfSubgraph,
  OUTCOMES,
  subgraphOfLog,
  OWN_DATA,
} from './access-record.ts';
export { canonicalJson, type Json } from './canonical-json.ts';
export { beginningOf, chain, type ChainedText, type Entry, type Position } from './chain.ts';
export type { LoggedText } from './check-record.ts';
export type { Finding, FindingReason } from './finding.ts';
export {
  endOfLastSeal,
  isSealLine,
  type JournalHead,
  readHead,
  readJournalLines,
  writeHead,
} from './journal-lines.ts';
export { hashOf, readRecord, textOf } from './record-text.ts';
export {
  createSealer,
  createSealReader,
  kidOfSeal,
  type ReadSeal,
  type Seal,
  sealedPosition,
  type SealKey,
} from './seal.ts';
export {
  type Anchor,
  type AnchoredSeal,
  type Verdict,
  verifyRecords,
  type VerifyOptions,
} from './verify-records.ts';
export { type ComparedLog, compareLogs, type ComparedRecord } from './compare-logs.ts';
