import { type Access, type AccessOutcome, canonicalJson, hashOf, type Json } from '@yiwang/access-log';
import type { ConditionalReads } from '@yiwang/engine';
import { LRUCache } from 'lru-cache';
import type { Readable } from '../pipeline.ts';
import { readPlainSearch } from '../stages/read.ts';

/** What is written down of a request that has read conditional data. */
export function accessOf(
  request: Readable,
  { fields, subjects, more }: ConditionalReads,
  outcome: AccessOutcome,
): Omit<Access, 'at'> {
  const { client, purpose, grants, requestId } = request;
  const used = grants.filter((grant) => fields.some((field) => grant.fields.includes(field)));
  return {
    client: client.id,
    user: client.user,
    department: client.department,
    grants: used.map(({ id }) => id).sort(),
    purpose,
    subjects,
    moreSubjects: more,
    fields,
    request: requestId,
    requestHash: hashOfRequest(request),
    outcome,
  };
}

/** Clients send the same few hundred documents over and over. */
const documentHashes = new LRUCache<string, string>({
  max: 1000,
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (_hash, source) => 100 + source.length * 2,
  memoMethod: hashOf,
});

/** Two requests with the same hash asked the same. */
function hashOfRequest(request: Readable): string {
  const { operationName, variables } = askedBy(request);
  return hashOf(
    canonicalJson([
      documentHashes.memo(request.source),
      (operationName ?? null) as Json,
      (variables ?? null) as Json,
    ]),
  );
}

function askedBy(request: Readable): { operationName?: unknown; variables?: unknown } {
  const { plain, method, body } = request;
  return plain ?? (method === 'GET' ? readPlainSearch(request) : (body as object | null)) ?? {};
}
