import type { Assertion } from '@yiwang/identity';
import type { AccessRules, DataSubject } from './access-rules.ts';
import { enterpriseSubject, matterSubject, personSubject } from './extent.ts';

/** By coordinate of a conditional field, or of the existence of rows: who reads it without a grant. */
export type OwnDataRules = ReadonlyMap<string, readonly DataSubject[]>;

/**
 * Reads `@ownData` from the rules of a schema. Whoever reads one field of a row may know that the row exists.
 *
 * @param existence rules for the existence of rows
 */
export function readOwnData(rules: AccessRules, existence: AccessRules): OwnDataRules {
  const found = new Map<string, readonly DataSubject[]>();
  for (const [coordinate, { sharing, ownData }] of rules) {
    if (sharing === 'CONDITIONAL' && ownData.length > 0) found.set(coordinate, ownData);
  }
  for (const [coordinate, { sharing, ownData }] of existence) {
    const prefix = coordinate.slice(0, coordinate.indexOf('.') + 1);
    const ofFields = [...found].flatMap(([one, kinds]) => (one.startsWith(prefix) ? kinds : []));
    const all = [...new Set([...ownData, ...ofFields])];
    if (sharing === 'CONDITIONAL' && all.length > 0) found.set(coordinate, all);
  }
  return found;
}

/** Whom the caller is, or acts for. */
export type OwnSubjects = Readonly<Record<DataSubject, readonly string[]>>;

/** Returns null for a caller that is no person. */
export function ownSubjectsOf({ user, mandates }: Pick<Assertion, 'user' | 'mandates'>): OwnSubjects | null {
  if (user === null) return null;
  return {
    PERSON: [personSubject(user)],
    ENTERPRISE: (mandates ?? []).flatMap(({ uscc, items }) =>
      items === null ? [enterpriseSubject(uscc)] : items.map((item) => matterSubject(uscc, item)),
    ),
  };
}
