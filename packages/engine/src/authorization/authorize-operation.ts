import type { GraphQLSchema } from 'graphql';
import type { AccessRule, Caller, Denial } from '../core/caller.ts';
import type { Access } from './access.ts';
import { type GivenReads, givenReads } from './argument-reads.ts';
import { createFindRules } from './find-rules.ts';
import type { Denials } from './denial-errors.ts';

/** The parts of an operation that depend on its caller and on what its variables read. */
export interface Authorization {
  /** Denials by the name of the rule, sorted; undefined when nothing is denied. */
  denials: Denials | undefined;
  /** Undefined when no variable reads restricted data. */
  given: GivenReads | undefined;
}

/** Returns undefined when the operation is the same for every caller. */
export interface Authorize {
  (
    query: string,
    operationName: string | undefined,
    variables: Readonly<Record<string, unknown>> | undefined,
    caller: Caller,
  ): Authorization | undefined;
  /** Whether it makes a difference to the operation for whom its caller acts. */
  usesMandates(query: string, operationName: string | undefined): boolean;
}

const NO_VARIABLES = {};

export function createAuthorize(access: Access, schema: GraphQLSchema): Authorize {
  const findRules = createFindRules(access, schema);
  return Object.assign(authorize, { usesMandates });

  function usesMandates(query: string, operationName: string | undefined): boolean {
    const met = findRules(query, operationName);
    if (!met) return false;
    return met.probes.length > 0 || met.always.some(([, rule]) => isUsedWithMandates(rule));
  }

  function authorize(
    query: string,
    operationName: string | undefined,
    variables: Readonly<Record<string, unknown>> | undefined,
    caller: Caller,
  ): Authorization | undefined {
    const met = findRules(query, operationName);
    if (!met) return undefined;
    let denials: Map<string, Denial> | undefined;
    for (const [name, rule] of met.always) {
      const denial = denialOf(rule, caller);
      if (!denial) continue;
      denials ??= new Map();
      denials.set(name, denial);
    }
    if (met.probes.length === 0) return denials && { denials, given: undefined };

    const given = givenReads(met.probes, variables ?? NO_VARIABLES, access, (name) => {
      if (denials?.has(name)) return true;
      const rule = access.facts.rules.get(name)!;
      const denial = denialOf(rule, caller);
      if (!denial) return rule.sharing === 'CONDITIONAL';
      denials ??= new Map();
      denials.set(name, denial);
      return true;
    });
    if (!denials && given.length === 0) return undefined;
    return { denials: denials && sorted(denials), given: given.length > 0 ? given : undefined };
  }
}

/** What a person may change depends on for whom it acts, and so does what `@ownData` opens. */
function isUsedWithMandates({ coordinate, ownData }: AccessRule): boolean {
  return ownData.length > 0 || coordinate.startsWith('Mutation.');
}

function sorted(denials: ReadonlyMap<string, Denial>): Denials {
  return new Map([...denials].sort(([some], [others]) => (some < others ? -1 : 1)));
}

function denialOf(rule: AccessRule, caller: Caller): Denial | null {
  const { anyOf = [] } = rule;
  if (anyOf.length === 0) return caller.authorize(rule);
  let first: Denial | null = null;
  for (const one of anyOf) {
    const denial = caller.authorize(one);
    if (!denial) return null;
    // When only a purpose is missing, the caller should learn that.
    if (!first || denial.code === 'PURPOSE_REQUIRED') first = denial;
  }
  return first!.code === 'PURPOSE_REQUIRED' ? first : (caller.authorize(rule) ?? first);
}
