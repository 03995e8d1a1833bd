import type { Probe, ProbeOperation } from '@yiwang/composition';
import { ASSERTION_HEADER, createKey, type EnforcedRule, signAssertion } from '@yiwang/identity';
import type { TlsIdentity } from '@yiwang/service/tls';
import { askDepartment, type DepartmentResponse } from './ask-department.ts';

/** Whether a department verifies its callers, and states that it enforces the rules that its schema needs. */
export type ProbeOutcome =
  | { kind: 'VERIFIES' }
  | { kind: 'UNREACHABLE'; reason: string }
  | { kind: 'ANSWERS_ANYONE'; reason: string }
  | { kind: 'RULES_NOT_ENFORCED'; missing: EnforcedRule[] };

/** For all requests to one department together. */
const TIMEOUT_MS = 15_000;

/** Codes with which a department rejects a caller that it cannot verify. */
const DENIAL_CODES = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'UNAUTHORIZED_FIELD']);

/** Sent when no query reaches a restricted field. */
const TYPENAME: ProbeOperation = { coordinate: 'Query.__typename', query: '{ __typename }', variables: {} };

/**
 * Requests restricted fields from a department without an assertion, and with assertions that no gateway has signed. The department
 * must deny all of these. A department that is up returns its SDL, or denies it with a GraphQL error. What only a caller with a
 * valid assertion could test (rows of other regions, masked values) the department states in a header.
 */
export async function probeDepartment(
  department: string,
  url: string,
  { operations, restricted, rules }: Probe,
  tls?: TlsIdentity,
): Promise<ProbeOutcome> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const service = await askDepartment(url, { query: '{ _service { sdl } }' }, {}, signal, tls);
    if (!isDepartment(service)) {
      return {
        kind: 'UNREACHABLE',
        reason: `it does not answer { _service { sdl } } (HTTP ${service.status})`,
      };
    }
    const forgeries = await forgeAssertions(department, restricted);
    // A forged assertion must be denied for any operation; a missing one for operations that read restricted fields.
    const probes = operations.length > 0 ? operations : [TYPENAME];
    const cases = probes.flatMap((operation) => [
      ...(operations.length > 0 ? [{ operation, what: 'without an assertion', headers: {} }] : []),
      ...forgeries.map(({ what, token }) => ({ operation, what, headers: { [ASSERTION_HEADER]: token } })),
    ]);
    const responses = await Promise.all(
      cases.map(async ({ operation: { query, variables }, headers }) =>
        askDepartment(url, { query, variables }, headers, signal, tls),
      ),
    );
    const failed = cases.find((_, i) => !isDenied(responses[i]!));
    if (failed) {
      return {
        kind: 'ANSWERS_ANYONE',
        reason: `it does not deny a request for ${failed.operation.coordinate} ${failed.what}`,
      };
    }
    const missing = rules.filter((rule) => !service.enforced.has(rule));
    return missing.length > 0 ? { kind: 'RULES_NOT_ENFORCED', missing } : { kind: 'VERIFIES' };
  } catch (error) {
    return { kind: 'UNREACHABLE', reason: explain(error) };
  }
}

/** True of a subgraph that returns its schema, and of one that returns it to holders of its key only; false for any other server. */
function isDepartment({ status, body }: DepartmentResponse): boolean {
  const data = body?.data as { _service?: { sdl?: unknown } } | null | undefined;
  return (status === 200 && typeof data?._service?.sdl === 'string') || hasDenial(body);
}

/** Whether the response is HTTP 401 or 403, or has an error with a denial code, and no data. */
function isDenied({ status, body }: DepartmentResponse): boolean {
  const data = (body?.data ?? {}) as Record<string, unknown>;
  if (Object.values(data).some((value) => hasValue(value))) return false;
  if (status === 401 || status === 403) return true;
  return hasDenial(body);
}

function hasDenial(body: DepartmentResponse['body']): boolean {
  const errors = Array.isArray(body?.errors) ? (body.errors as { extensions?: { code?: unknown } }[]) : [];
  return errors.some((error) => DENIAL_CODES.has(String(error?.extensions?.code)));
}

function hasValue(value: unknown): boolean {
  return Array.isArray(value) ? value.some(hasValue) : value !== null;
}

/** Assertions that claim every right, but that no gateway has signed. */
async function forgeAssertions(
  department: string,
  restricted: readonly string[],
): Promise<{ what: string; token: string }[]> {
  const signed = signAssertion(await createKey(), 'gateway', department, {
    client: 'probe',
    user: null,
    department,
    scopes: ['sensitive:read'],
    purpose: { basis: 'probe', caseNumber: 'probe', requester: 'probe' },
    requestId: 'probe',
    reads: restricted.slice(0, 100).map((coordinate) => ({ coordinate, grant: null, regions: null })),
  });
  const [, payload] = signed.split('.');
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'yiwang-assertion' })).toString('base64url');
  return [
    { what: 'with an assertion that another key has signed', token: signed },
    { what: 'with an assertion that is not signed', token: `${header}.${payload}.` },
  ];
}

/** The error of the network, without addresses or content. */
function explain(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string } };
  if (name === 'TimeoutError') return `it does not answer within ${TIMEOUT_MS / 1000} seconds`;
  return cause?.code ?? message;
}
