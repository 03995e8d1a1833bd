import type { SchemaCheckModel } from './models.ts';
import type { Refusal } from './refusal.ts';

/** A check of what would be refused before anything is composed. */
export function refusedCheck({ reasons }: Refusal, department: string): SchemaCheckModel {
  const faults = reasons.map(({ code, message }) => ({
    code,
    message,
    help: null,
    departments: [department],
    locations: [],
  }));
  return { outcome: 'FAILS', faults, lint: [], changes: [], hints: [] };
}
