import type { SchemaChange } from '@yiwang/composition';

/** Who used an operation that a change concerns, added up over the days that were looked at. */
export interface UsageModel {
  client: string | null;
  clientVersion: string | null;
  operation: string | null;
  digest: string;
  calls: number;
  errors: number;
  lastAt: string;
}

/** A change and for whom it matters, as it is kept with the version that made it. */
export interface StoredChange extends Pick<SchemaChange, 'kind' | 'severity' | 'coordinate' | 'message'> {
  usedBy: UsageModel[];
}
