import type { PrefilledForm } from '@yiwang/subgraph-kit/prefill';
import type { MatterDefinition } from './definition.ts';

/** The form of a matter, with what it takes from other departments. */
export function prefilledForm({ form, prefill }: Pick<MatterDefinition, 'form' | 'prefill'>): PrefilledForm {
  return { form, prefill: prefill?.document ?? null, variables: Object.keys(prefill?.variables ?? {}) };
}
