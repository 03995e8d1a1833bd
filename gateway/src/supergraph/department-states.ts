import { type ClientTls, NO_CLIENT_TLS, type TlsIdentity } from '@yiwang/service/tls';
import { postJson } from '../util/post-json.ts';
import type { GraphDepartment } from './departments-of.ts';

/** How long states are cached, so that frequent calls of /ready do not load departments. */
const CACHED_MS = 5_000;
const TIMEOUT_MS = 2_000;

export type DepartmentState = 'ok' | 'not reachable' | 'failing';

/**
 * Makes the function that returns the state of every department, by a query for `__typename`, which they answer to anyone.
 *
 * A department that is down costs its own fields only, so the gateway stays ready without it; operators see here which it is.
 *
 * @param departmentsOf returns none until there is a supergraph, and the same list as long as that is the same
 */
export function createDepartmentStates(
  departmentsOf: () => readonly GraphDepartment[],
  tls: Pick<ClientTls, 'of'> = NO_CLIENT_TLS,
) {
  let cached: {
    departments: readonly GraphDepartment[];
    at: number;
    states: Promise<Record<string, DepartmentState>>;
  } | null = null;

  return async function departmentStates(): Promise<{ departments?: Record<string, DepartmentState> }> {
    const departments = departmentsOf();
    if (departments.length === 0) return {};
    const now = performance.now();
    if (cached?.departments !== departments || now - cached.at > CACHED_MS) {
      cached = { departments, at: now, states: probeAll(departments, tls) };
    }
    return { departments: await cached.states };
  };
}

async function probeAll(
  departments: readonly GraphDepartment[],
  tls: Pick<ClientTls, 'of'>,
): Promise<Record<string, DepartmentState>> {
  const states = await Promise.all(
    departments.map(async ({ name, url }) => [name, await probe(url, tls.of(name))] as const),
  );
  return Object.fromEntries(states);
}

async function probe(url: string, tls: TlsIdentity | undefined): Promise<DepartmentState> {
  try {
    const { status } = await postJson(url, JSON.stringify({ query: '{ __typename }' }), {
      timeoutMs: TIMEOUT_MS,
      longAnswer: 'cut',
      tls,
    });
    return status === 200 ? 'ok' : 'failing';
  } catch {
    return 'not reachable';
  }
}
