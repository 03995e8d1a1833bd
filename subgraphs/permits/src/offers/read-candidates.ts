import { type GatewayClient, type GatewayError } from '@yiwang/subgraph-kit/prefill';
import type { Purpose } from '@yiwang/identity';
import { isUscc } from '@yiwang/codes';
import { mayPass } from './may-pass.ts';
import { z } from 'zod';
import type { CompiledEntitlement } from './compile-entitlement.ts';
import { entitledBy, valueAt } from './entitlement.ts';

/** One enterprise of a page, and whether it is entitled. */
export interface Candidate {
  /** Null when it could not be read, or is none. */
  uscc: string | null;
  /** Index of the row of the conditions that holds; null when none does, or something could not be read. */
  entitledBy: number | null;
  /** Why something could not be read; null when all was. */
  denial: string | null;
}

export interface CandidatePage {
  candidates: Candidate[];
  /** Null behind the last page. */
  next: string | null;
}

/** Reading is given up: the list cannot be read, or this department may not read it. */
export class DeniedError extends Error {}
/** The cursor is not one of the list any more. */
export class LostCursorError extends Error {}

const TIMEOUT_MS = 20_000;

/** Codes of errors that say that there is nothing, and not that it could not be read. */
const NOTHING: ReadonlySet<string> = new Set(['NOT_FOUND', 'MALFORMED_CODE']);

const pageShape = z.object({
  edges: z.array(z.object({ node: z.record(z.string(), z.unknown()).nullable() }).nullable()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

/**
 * Reads one page of the enterprises that may be entitled, as the department's own client with its own grants.
 *
 * @throws DeniedError, LostCursorError, and Error when it could not be read for now
 */
export async function readCandidates(
  client: GatewayClient,
  entitlement: CompiledEntitlement,
  { region, uscc, cursor }: { region: string; uscc: string | null; cursor: string | null },
  purpose: Purpose,
): Promise<CandidatePage> {
  const variables = {
    after: cursor,
    ...(entitlement.takesRegion && { region }),
    ...(entitlement.takesUsccs && { usccs: uscc === null ? null : [uscc] }),
  };
  const { data, errors } = await client.ask(entitlement.document, variables, {
    purpose,
    timeoutMs: TIMEOUT_MS,
  });
  const found = errors.filter(({ extensions }) => !NOTHING.has(extensions.code));
  // An error without the place of one enterprise is about all of them.
  const ofAll = found.find((error) => placeOf(error, entitlement.root) === null);
  if (ofAll) throw errorOf(ofAll);
  const page = pageShape.safeParse(data?.[entitlement.root]);
  if (!page.success) throw new Error(errors[0]?.message ?? 'The list was not told.');
  const { edges, pageInfo } = page.data;
  // What is silent for now may speak later, and nobody is judged before.
  const passing = found.find(mayPass);
  if (passing) throw errorOf(passing);
  const denials = new Map(found.map((error) => [placeOf(error, entitlement.root)!, error.message]));
  const candidates = edges.map((edge, i): Candidate => {
    const subject = valueAt(edge?.node, entitlement.subject);
    const told = typeof subject === 'string' && isUscc(subject) ? subject : null;
    const denial = denials.get(i) ?? null;
    const holds = denial === null && told !== null ? entitledBy(entitlement.conditions, edge?.node) : null;
    return { uscc: told, entitledBy: holds, denial };
  });
  return { candidates, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** The place in the list of the enterprise that an error is about; null when it is about more. */
function placeOf({ path }: GatewayError, root: string): number | null {
  const [first, edges, place] = path ?? [];
  return first === root && edges === 'edges' && typeof place === 'number' ? place : null;
}

function errorOf(error: GatewayError): Error {
  if (error.extensions.code === 'MALFORMED_CURSOR') return new LostCursorError(error.message);
  return mayPass(error) ? new Error(error.message) : new DeniedError(error.message);
}
