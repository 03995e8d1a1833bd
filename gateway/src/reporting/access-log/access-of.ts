import {
  type Access,
  type AccessOutcome,
  canonicalJson,
  hashOf,
  type Json,
  OWN_DATA,
} from '@yiwang/access-log';
import type { ConditionalReads } from '@yiwang/engine';
import type { ReadNote } from '@yiwang/identity';
import { LRUCache } from 'lru-cache';
import { covers } from '../../pipeline/authorization/authorize-field.ts';
import type { Identified, ParsedRequest } from '../../pipeline/request/request.ts';
import { isWatched } from './watch-caller.ts';

/** Returns the log record of a request that has read conditional data. */
export function accessOf(
  request: ParsedRequest,
  reads: ConditionalReads,
  outcome: AccessOutcome,
): Omit<Access, 'at'> {
  return accessBy(request, reads, outcome, hashOfRequest(request));
}

/** Returns the log record of a file that a department has opened, as the department notes what was read. */
export function accessOfFile(
  request: Identified,
  { fields, subjects, isOwn }: ReadNote,
  path: string,
): Omit<Access, 'at'> {
  const reads = { fields: [...fields].sort(), subjects: [...subjects], more: 0 };
  const access = accessBy(request, reads, 'COMPLETE', hashOf(path));
  return isOwn ? { ...access, grants: [OWN_DATA] } : access;
}

function accessBy(
  request: Identified,
  { fields, subjects, more }: ConditionalReads,
  outcome: AccessOutcome,
  requestHash: string,
): Omit<Access, 'at'> {
  const { client, purpose, grants, requestId } = request;
  const used = grants.filter((grant) => fields.some((field) => covers(grant, field)));
  return {
    client: client.id,
    user: client.user,
    department: client.department,
    grants: [...used.map(({ id }) => id), ...ownDataOf(request, fields)].sort(),
    purpose,
    subjects,
    moreSubjects: more,
    fields,
    request: requestId,
    requestHash,
    outcome,
    ...assertionsOf(request),
  };
}

/** Notes what was read without a grant by those whom it is about. */
function ownDataOf({ caller }: Identified, fields: readonly string[]): string[] {
  const isOwn = caller && isWatched(caller) && fields.some((field) => caller.ownData.has(field));
  return isOwn ? [OWN_DATA] : [];
}

/** Returns the assertion ids by which the logs of departments are compared with this one. */
function assertionsOf({ caller }: Identified): Pick<Access, 'assertion' | 'assertions' | 'via'> {
  if (!caller || !isWatched(caller)) return {};
  const { sent, assertionIds } = caller;
  if (sent) caller.logged = sent.count;
  const via = [...assertionIds].filter((id) => id !== sent?.id).sort();
  return {
    ...(sent && { assertion: sent.id, assertions: sent.count }),
    ...(via.length > 0 && { via }),
  };
}

/** Clients send the same few hundred documents over and over. */
const documentHashes = new LRUCache<string, string>({
  max: 1000,
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (_hash, source) => 100 + source.length * 2,
  memoMethod: hashOf,
});

/** Returns the hash of operation and variables: equal requests have equal hashes. */
function hashOfRequest(request: ParsedRequest): string {
  const { query, operationName, variables } = request.params;
  return hashOf(
    canonicalJson([documentHashes.memo(query), (operationName ?? null) as Json, (variables ?? null) as Json]),
  );
}
