import { type AccessOutcome, type AccessSubject, type Entry, OWN_DATA } from '@yiwang/access-log';
import type { VerifiedAssertion } from '@yiwang/identity';
import { type ExecutionResult, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { keysOf, topLevelFields } from '../trust/key-fields.ts';

const MAX_SUBJECTS = 100;

/** The log entry of an operation that read conditional data. */
export function entryOf(
  assertion: VerifiedAssertion,
  conditional: ReadonlySet<string>,
  subjects: readonly AccessSubject[],
  outcome: AccessOutcome,
): Omit<Entry, 'at'> {
  return {
    assertion: assertion.id,
    client: assertion.client,
    department: assertion.department,
    fields: [...conditional].sort(),
    gateway: assertion.gateway,
    grants: rightsOf(assertion, conditional),
    moreSubjects: Math.max(0, subjects.length - MAX_SUBJECTS),
    outcome,
    purpose: assertion.purpose,
    request: assertion.requestId,
    requestHash: assertion.body ?? '',
    subjects: subjects.slice(0, MAX_SUBJECTS),
    user: assertion.user,
  };
}

/** The ids of the grants, and {@link OWN_DATA} when some of it needed none because of whom it is about. */
function rightsOf({ reads }: VerifiedAssertion, conditional: ReadonlySet<string>): string[] {
  const used = reads.filter(({ coordinate }) => conditional.has(coordinate));
  const granted = new Set(used.map(({ coordinate }) => coordinate));
  const own = granted.size < conditional.size ? [OWN_DATA] : [];
  return [...new Set([...used.flatMap(({ grant }) => grant ?? []), ...own])].sort();
}

export function outcomeOf({ errors, data }: ExecutionResult): AccessOutcome {
  if (!errors?.length) return 'COMPLETE';
  return data == null ? 'FAILED' : 'WITH_ERRORS';
}

/**
 * Creates a function that returns the entities that a gateway requests, from the references that it sends. Other entities are
 * not noted, because finding them would take a walk through the response.
 */
export function createSubjectReader(schema: GraphQLSchema) {
  const keys = new Map<string, readonly string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) || isInterfaceType(type))
      keys.set(type.name, topLevelFields(keysOf(type)[0] ?? ''));
  }

  return function subjectsOf(variables: Record<string, unknown> | null | undefined): AccessSubject[] {
    const subjects: AccessSubject[] = [];
    for (const name in variables) {
      const value = variables[name];
      if (!name.startsWith('representations') || !Array.isArray(value)) continue;
      for (const reference of value as (Record<string, unknown> | null)[]) {
        const type = reference?.['__typename'];
        if (typeof type !== 'string') continue;
        const key = (keys.get(type) ?? []).map((field) => textOf(reference![field])).join(' ');
        subjects.push({ type, key });
      }
    }
    return subjects;
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : (JSON.stringify(value) ?? '');
}
