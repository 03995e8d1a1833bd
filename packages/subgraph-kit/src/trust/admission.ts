import { PublicError } from '@yiwang/errors';
import { readProbe } from '@yiwang/schema-directives';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { isPromise } from '../execute/execution.ts';
import type { ReadOperation } from '../execute/operation-reader.ts';
import type { Scopes } from './access-rules.ts';
import { readAccessRules } from './access-rules.ts';
import { type AskedVariables, readArgumentRules } from './argument-rules.ts';
import { type Caller, PUBLIC_CALLER, UNSIGNED_CALLER } from './caller.ts';
import { checkUnbound } from './check-binding.ts';
import { readExistence } from './existence.ts';
import type { Principal } from './identify.ts';
import type { OperationAccess } from './access-notes.ts';
import { readOperationAccess } from './operation-access.ts';
import { readOwnData } from './own-data.ts';
import { conditionHolds } from './selection-conditions.ts';
import type { ReplayMemory } from './replay-memory.ts';

const ALWAYS_OPEN = ['Query.__typename'];
/** The SDL is read by those who compose, before there is a gateway. */
const SCHEMA_ROOT = 'Query._service';

const MAX_NAMED = 5;
/** Per operation. */
const MAX_BY_VARIABLES = 100;

/** The cached access of one operation. */
interface CachedAccess {
  /** With everything that any variables can select. */
  access: OperationAccess;
  /** By what the variables select and read. */
  byVariables: Map<string, OperationAccess>;
}

/** An operation that may run. */
export interface Admitted {
  caller: Caller;
  /** Coordinates of the conditional fields that it reads; empty for most operations. */
  conditional: ReadonlySet<string>;
  /** Coordinates of its root fields, whatever its variables are. */
  roots: ReadonlySet<string>;
}

/**
 * Decides whether a principal may run an operation, all of it or nothing. Returns a promise only when other processes must
 * be asked whether the assertion was used before.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN, PURPOSE_REQUIRED or DEPARTMENT_UNAVAILABLE
 */
export type Admit = (
  principal: Principal,
  operation: ReadOperation,
  variables: Record<string, unknown> | null | undefined,
) => Admitted | PromiseLike<Admitted>;

/**
 * @param department its name in the graph
 * @param openRoots coordinates of root fields that anyone may select: their arguments carry a credential
 * @param schemaIsOpen whether everyone may read the SDL; otherwise only gateways and requests with a credential may
 */
export function createAdmission(
  department: string,
  schema: GraphQLSchema,
  openRoots: readonly string[],
  replays: ReplayMemory,
  schemaIsOpen = true,
): Admit {
  const rules = readAccessRules(schema);
  const byArguments = readArgumentRules(schema, rules);
  const existence = readExistence(schema, rules);
  const ownData = readOwnData(rules, existence.rules);
  const open = new Set([...ALWAYS_OPEN, ...openRoots, ...(schemaIsOpen ? [SCHEMA_ROOT] : [])]);
  const cache = new WeakMap<OperationDefinitionNode, CachedAccess>();

  return function admit(principal, { document, operation }, variables) {
    let cached = cache.get(operation);
    if (!cached) {
      cached = { access: accessWith(null, document, operation), byVariables: new Map() };
      cache.set(operation, cached);
    }
    let { access } = cached;
    const { roots } = access;
    const { assertion } = principal;
    const caller = principal.caller.withOwnData(ownData);
    checkUnbound(assertion, access.isMutation);
    if (caller !== UNSIGNED_CALLER && assertion === null && !isOpen(access, principal)) {
      throw new PublicError(
        'UNAUTHENTICATED',
        'This request has no yiwang-assertion: send it through a gateway.',
      );
    }
    if (findDenial(caller, access)) {
      // Fields that the variables leave out are not read.
      access = accessOf(cached, variables ?? {}, document, operation);
      const denial = findDenial(caller, access);
      if (denial) throw denial();
    }
    if (caller === UNSIGNED_CALLER) return { caller, conditional: NOTHING, roots };
    const admitted = { caller: caller.within(access), conditional: access.conditional, roots };
    // An assertion for many requests grants nothing that is not open to everyone.
    if (assertion === null || assertion.body === null) return admitted;
    const isFirst = replays.use(assertion, access.isMutation);
    return isPromise(isFirst) ? isFirst.then((first) => once(first, admitted)) : once(isFirst, admitted);
  };

  function accessWith(
    variables: AskedVariables,
    document: ReadOperation['document'],
    operation: OperationDefinitionNode,
  ): OperationAccess {
    return readOperationAccess(schema, { rules, byArguments, existence }, document, operation, variables);
  }

  /** The access with these variables, cached for all variables that select and read the same. */
  function accessOf(
    { access: { conditions, probes }, byVariables }: CachedAccess,
    variables: Record<string, unknown>,
    document: ReadOperation['document'],
    operation: OperationDefinitionNode,
  ): OperationAccess {
    const reads = new Set<string>();
    // Places matter only for regions, which are checked in each place.
    for (const [place, probe] of probes.entries()) {
      readProbe(probe, variables, (coordinate) => reads.add(`${place} ${coordinate}`));
    }
    const selected = [...conditions.keys()].map((name) => conditionHolds(name, variables, conditions));
    const key = [...selected, ...[...reads].sort()].join('\n');
    let access = byVariables.get(key);
    if (!access) {
      access = accessWith(variables, document, operation);
      if (byVariables.size >= MAX_BY_VARIABLES) byVariables.clear();
      byVariables.set(key, access);
    }
    return access;
  }

  /** Whether all of it is open to the person because of whom the rows are about: without a purpose nothing else is. */
  function isOwnData({ user }: Caller, conditional: ReadonlySet<string>): boolean {
    for (const coordinate of conditional) if (user === null || !ownData.has(coordinate)) return false;
    return true;
  }

  function isOpen({ roots }: OperationAccess, { readsSchema = false }: Principal): boolean {
    for (const root of roots) if (!open.has(root) && !(readsSchema && root === SCHEMA_ROOT)) return false;
    return true;
  }

  /** Returns a function that makes the error, because making it takes longer than everything else; null when allowed. */
  function findDenial(caller: Caller, access: OperationAccess): (() => PublicError) | null {
    if (access.sensitive.size > 0 && !caller.seesSensitive) {
      return () =>
        new PublicError(
          'FORBIDDEN',
          `Arguments compare with ${list([...access.sensitive])}, which is shown masked: they need the scope sensitive:read.`,
        );
    }
    // An unsigned caller reads everything else.
    if (caller === UNSIGNED_CALLER) return null;
    const unlisted = notReadBy(caller, access.conditional);
    if (caller.department !== department) unlisted.push(...notReadBy(caller, access.notShared));
    if (unlisted.length > 0) {
      return () => new PublicError('FORBIDDEN', `The assertion does not allow to read ${list(unlisted)}.`);
    }
    if (caller.purpose === null && !isOwnData(caller, access.conditional)) {
      return () =>
        new PublicError(
          'PURPOSE_REQUIRED',
          `The assertion names no purpose for ${list([...access.conditional])}.`,
        );
    }
    if (access.authenticated.size > 0 && caller.client === PUBLIC_CALLER.client) {
      return () =>
        new PublicError(
          'FORBIDDEN',
          `${list([...access.authenticated])} is for clients that have signed in.`,
        );
    }
    for (const [coordinate, wanted] of access.scopes) {
      if (wanted.every((scopes) => fulfils(caller, scopes))) continue;
      return () => new PublicError('FORBIDDEN', `${coordinate} needs scopes that the client does not have.`);
    }
    return null;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

function once(isFirst: boolean, admitted: Admitted): Admitted {
  if (isFirst) return admitted;
  throw new PublicError(
    'UNAUTHENTICATED',
    'The assertion was used before: a gateway signs another one for each request.',
  );
}

function notReadBy(caller: Caller, coordinates: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const coordinate of coordinates) if (!caller.reads(coordinate)) found.push(coordinate);
  return found;
}

function fulfils({ scopes }: Caller, wanted: Scopes): boolean {
  return wanted.some((all) => all.every((scope) => scopes.includes(scope)));
}

function list(coordinates: readonly string[]): string {
  const more = coordinates.length - MAX_NAMED;
  const named = coordinates.slice(0, MAX_NAMED).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}
