import type { SchemaChange } from '../diff/schema-change.ts';
import type { ConsentRule, GraphChange } from './facts/consent.ts';
import { acceptsLess } from './rules/accepts-less.ts';
import { accessChanged } from './rules/access-changed.ts';
import { answeredByAnother } from './rules/answered-by-another.ts';
import { answeredNoLonger } from './rules/answered-no-longer.ts';
import { cachedLonger } from './rules/cached-longer.ts';
import { givenToAnother } from './rules/given-to-another.ts';
import { interfaceObject } from './rules/interface-object.ts';
import { visibilityChanged } from './rules/visibility-changed.ts';

const RULES: readonly ConsentRule[] = [
  answeredByAnother,
  answeredNoLonger,
  interfaceObject,
  accessChanged,
  visibilityChanged,
  cachedLonger,
  givenToAnother,
  acceptsLess,
];

/**
 * What of a change needs the consent of departments that do not make it: who answers for what they have published, and under
 * which class it is read. By coordinate.
 */
export function findConsents(change: GraphChange): SchemaChange[] {
  return RULES.flatMap((rule) => rule(change))
    .map(({ kind, coordinate, owners, message }): SchemaChange => ({
      kind,
      severity: 'BREAKING',
      coordinate,
      affects: [coordinate],
      message,
      consentOf: [...owners],
    }))
    .sort((left, right) => compare(left.coordinate!, right.coordinate!) || compare(left.kind, right.kind));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
