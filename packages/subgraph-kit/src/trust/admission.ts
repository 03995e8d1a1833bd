import { PublicError } from '@yiwang/errors';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { isPromise } from '../execute/run.ts';
import type { ReadOperation } from '../serve/operation-reader.ts';
import type { Scopes } from './access-rules.ts';
import { readAccessRules } from './access-rules.ts';
import { type Caller, PUBLIC_CALLER, UNSIGNED_CALLER } from './caller.ts';
import type { Visitor } from './identify.ts';
import { type OperationAccess, readOperationAccess } from './operation-access.ts';
import type { ReplayMemory } from './replay-memory.ts';

/** The SDL is read by those who compose, before there is a gateway. */
const ALWAYS_OPEN = ['Query._service', 'Query.__typename'];

const MOST_NAMED = 5;

/**
 * Decides whether an operation is carried out for whoever sent it; the whole of it or nothing. A promise only for a mutation.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN, PURPOSE_REQUIRED or DEPARTMENT_UNAVAILABLE
 */
export type Admit = (
  visitor: Visitor,
  operation: ReadOperation,
  variables: Record<string, unknown> | null | undefined,
) => Caller | PromiseLike<Caller>;

/**
 * @param department its name in the graph
 * @param openRoots coordinates of root fields that anyone may select: what they take carries its own credential
 */
export function createAdmission(
  department: string,
  schema: GraphQLSchema,
  openRoots: readonly string[],
  replays: ReplayMemory,
): Admit {
  const rules = readAccessRules(schema);
  const open = new Set([...ALWAYS_OPEN, ...openRoots]);
  const known = new WeakMap<OperationDefinitionNode, OperationAccess>();

  return function admit(visitor, { document, operation }, variables) {
    let access = known.get(operation);
    if (!access) {
      access = readOperationAccess(schema, rules, document, operation, null);
      known.set(operation, access);
    }
    const { caller, assertion } = visitor;
    if (caller === UNSIGNED_CALLER) return caller;
    if (assertion === null && !isOpen(access)) {
      throw new PublicError(
        'UNAUTHENTICATED',
        'No gateway vouches for this request: it has no yiwang-assertion.',
      );
    }
    if (refuses(caller, access)) {
      // What a variable leaves out is not read.
      access = readOperationAccess(schema, rules, document, operation, variables ?? {});
      const refusal = refuses(caller, access);
      if (refusal) throw refusal;
    }
    const admitted = caller.within(access);
    if (!access.isMutation || assertion === null) return admitted;
    const isFirst = replays.use(assertion);
    return isPromise(isFirst) ? isFirst.then((first) => once(first, admitted)) : once(isFirst, admitted);
  };

  function isOpen({ roots }: OperationAccess): boolean {
    for (const root of roots) if (!open.has(root)) return false;
    return true;
  }

  function refuses(caller: Caller, access: OperationAccess): PublicError | null {
    const unlisted = notReadBy(caller, access.conditional);
    if (caller.department !== department) unlisted.push(...notReadBy(caller, access.notShared));
    if (unlisted.length > 0) {
      return new PublicError('FORBIDDEN', `The assertion does not allow to read ${list(unlisted)}.`);
    }
    if (access.conditional.size > 0 && caller.purpose === null) {
      return new PublicError(
        'PURPOSE_REQUIRED',
        `The assertion names no purpose for ${list([...access.conditional])}.`,
      );
    }
    if (access.authenticated.size > 0 && caller.client === PUBLIC_CALLER.client) {
      return new PublicError(
        'FORBIDDEN',
        `${list([...access.authenticated])} is for clients that have signed in.`,
      );
    }
    for (const [coordinate, wanted] of access.scopes) {
      if (wanted.every((scopes) => fulfils(caller, scopes))) continue;
      return new PublicError('FORBIDDEN', `${coordinate} needs scopes that the client does not have.`);
    }
    return null;
  }
}

function once(isFirst: boolean, caller: Caller): Caller {
  if (isFirst) return caller;
  throw new PublicError('UNAUTHENTICATED', 'The assertion was used for a mutation before.');
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
  const more = coordinates.length - MOST_NAMED;
  const named = coordinates.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}
