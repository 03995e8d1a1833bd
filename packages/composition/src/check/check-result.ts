import type { CompositionFault } from '../compose/composition-error.ts';
import type { SchemaChange } from '../diff/schema-change.ts';
import type { LintFinding } from '../lint/finding.ts';

/** What would come of publishing. */
export interface CheckResult {
  /** Why the departments do not compose; empty when they do. */
  faults: CompositionFault[];
  /** Of what is proposed, in the order of the proposals. */
  lint: LintFinding[];
  /** From the current supergraph. When the departments do not compose: only changes of keys, which often are the reason. */
  changes: SchemaChange[];
  /** See ComposedSupergraph. */
  hints: string[];
  /** Null when there are faults. */
  supergraphSdl: string | null;
}
