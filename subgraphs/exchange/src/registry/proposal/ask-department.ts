import { type EnforcedRule, ENFORCES_HEADER, readEnforcedRules } from '@yiwang/identity';
import type { TlsIdentity } from '@yiwang/service/tls';

/** The response of a department. */
export interface DepartmentResponse {
  status: number;
  /** Null when the body is not a JSON object. */
  body: { data?: unknown; errors?: unknown } | null;
  /** The rules that the department states it enforces. */
  enforced: ReadonlySet<EnforcedRule>;
}

/** Enough for the SDL of a large department in JSON. */
const MAX_BODY_BYTES = 12 * 1024 * 1024;

/**
 * Sends one operation to a published address. It does not follow redirects, which could lead to a forbidden address.
 *
 * @param tls with what it is reached over https
 * @throws Error when the department does not respond in time, redirects, or its response is too large
 */
export async function askDepartment(
  url: string,
  operation: { query: string; variables?: Record<string, unknown> },
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  tls?: TlsIdentity,
): Promise<DepartmentResponse> {
  // Node's own fetch shows no certificate. The library is loaded where one is shown.
  const { Agent, fetch: fetchWith } = tls ? await import('undici') : { Agent: null, fetch };
  const dispatcher = Agent && new Agent({ connect: { ...tls } });
  try {
    const response = await (fetchWith as typeof fetch)(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(operation),
      redirect: 'manual',
      signal,
      ...(dispatcher && { dispatcher }),
    } as RequestInit);
    return await readResponse(response);
  } finally {
    await dispatcher?.destroy();
  }
}

async function readResponse(response: Response): Promise<DepartmentResponse> {
  const { status } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    throw new Error('it redirects');
  }
  const enforced = readEnforcedRules(response.headers.get(ENFORCES_HEADER));
  return { status, body: parseObject(await readText(response)), enforced };
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (bytes > MAX_BODY_BYTES) throw new Error('its response is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseObject(text: string): DepartmentResponse['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
