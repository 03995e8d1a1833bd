import { createSealReader, kidOfSeal } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import { ASSERTION_HEADER, bodyDigest, IdentityError, verifyAssertion } from '@yiwang/identity';
import { bytesOf } from '@yiwang/service/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayKeys } from '../trust/gateway-keys.ts';
import { UsedIds } from '../trust/used-ids.ts';
import type { ServedLog } from './served-log.ts';

/** The first scope reads logs, and the second the names of people in their records. */
const SCOPES = ['accesses:read', 'sensitive:read'];
const MAX_SEAL_LENGTH = 4096;

export interface AuditRouteOptions {
  /** The department's name in the graph. */
  department: string;
  log: ServedLog | null;
  /** Null when the department verifies nobody. */
  gateways: GatewayKeys | null;
  /** Null when no auditors are registered. */
  auditors: GatewayKeys | null;
  /** Coordinates of the conditional fields of the department. */
  fields: readonly string[];
}

/**
 * Adds the routes for audits. POST /seals takes a gateway's newest seal, which names its maker. POST /access-log returns the log
 * of this department and the seals that it keeps to auditors. Clients call both directly and not through the graph, because
 * they check the gateway and the exchange.
 */
export function addAuditRoutes(server: FastifyInstance, options: AuditRouteOptions): void {
  const { department, log, gateways, auditors, fields } = options;
  const used = new UsedIds();

  server.post('/seals', async (request) => {
    const journal = log?.journal;
    if (!journal || !gateways) throw new PublicError('NOT_FOUND', 'This department keeps no seals.');
    const seal = memberOf(request, 'seal');
    if (typeof seal !== 'string' || seal.length > MAX_SEAL_LENGTH)
      throw new PublicError('INVALID_ARGUMENT', 'seal must be a JSON Web Signature.');
    const key = await gateways.find(kidOfSeal(seal) ?? '');
    const readSeal = createSealReader(key ? [{ ...key, revokedAt: null }] : []);
    return { kept: await journal.receipts.deposit(seal, readSeal) };
  });

  server.post('/access-log', async (request) => {
    const header = request.headers[ASSERTION_HEADER];
    await requireAuditor(typeof header === 'string' ? header : '', bytesOf(request));
    const journal = log?.journal;
    if (!journal) return { department, log: null };
    const after = memberOf(request, 'after') ?? 0;
    if (!Number.isSafeInteger(after) || (after as number) < 0)
      throw new PublicError('INVALID_ARGUMENT', 'after is the number of a record, or 0.');
    const { key, receipts, end } = journal;
    return {
      department,
      log: journal.log,
      fields,
      keys: [key],
      end: { sequence: end.sequence, hash: end.hash },
      receipts: after === 0 ? receipts.list() : [],
      ...(await journal.page(after as number)),
    };
  });

  /** @throws PublicError UNAUTHENTICATED or FORBIDDEN */
  async function requireAuditor(header: string, body: Buffer): Promise<void> {
    if (!auditors) throw new PublicError('FORBIDDEN', 'AUDITOR_KEYS of this department names no auditor.');
    const assertion = await verifyAssertion(header, department, (kid) => auditors.find(kid)).catch(
      (cause: unknown) => {
        if (!(cause instanceof IdentityError)) throw cause;
        throw new PublicError('UNAUTHENTICATED', `Not signed by an auditor: ${cause.message}`, { cause });
      },
    );
    const isFirst =
      assertion.body === bodyDigest(body) &&
      used.use({ id: assertion.id, expiresAtMs: assertion.expiresAt.getTime() });
    if (!isFirst)
      throw new PublicError('UNAUTHENTICATED', 'The assertion is for another request, or was used before.');
    if (!SCOPES.every((scope) => assertion.scopes.includes(scope)))
      throw new PublicError('FORBIDDEN', `Reading the access log needs the scopes ${SCOPES.join(' and ')}.`);
  }
}

function memberOf({ body }: FastifyRequest, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}
