import type { CheckResult } from '../check/check-result.ts';
import type { CheckOptions } from '../check/check-subgraphs.ts';
import type { CompositionFault } from '../compose/composition-error.ts';
import type { SubgraphInput } from '../compose/subgraph-input.ts';
import type { Variant } from '../consent/facts/graph-facts.ts';
import type { SchemaChange } from '../diff/schema-change.ts';

/** What the thread is asked. */
export type Task =
  | {
      kind: 'check';
      current: readonly SubgraphInput[];
      proposed: readonly SubgraphInput[];
      currentSupergraphSdl: string | null;
      options: CheckOptions;
    }
  | { kind: 'consents'; before: string; after: string; variants: readonly Variant[] }
  | { kind: 'contract'; supergraphSdl: string; excludeTags: readonly string[] };

/** What it answers. */
export type Answer =
  | { kind: 'check'; result: CheckResult }
  | { kind: 'contract'; supergraphSdl: string }
  | { kind: 'consents'; changes: SchemaChange[] }
  /** Only of a contract: a check's faults are part of its result. */
  | { kind: 'faults'; faults: readonly CompositionFault[] }
  | { kind: 'out-of-memory' }
  /** A fault of ours. */
  | { kind: 'error'; error: unknown };
