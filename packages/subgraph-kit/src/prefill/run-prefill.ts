import type { Purpose } from '@yiwang/identity';
import type { CompiledPrefill, PrefillPart, PrefillSource } from './compile-prefill.ts';
import type { GatewayAnswer, GatewayClient, GatewayError } from './gateway-client.ts';

/** A value for one field of a form, or why there is none. */
export interface PrefilledValue extends PrefillSource {
  department: string;
  state: 'FOUND' | 'EMPTY' | 'DENIED' | 'SILENT' | 'NOT_ASKED';
  /** JSON; a list where the path leads through one. Null unless FOUND. */
  value: unknown;
  /** What to tell the applicant; null when FOUND or EMPTY. */
  reason: string | null;
}

/** A form opens within a second, whoever is silent. */
const TIMEOUT_MS = 800;

/** Codes of errors that say that there is nothing, and not that it could not be read. */
const NOTHING: ReadonlySet<string> = new Set(['NOT_FOUND', 'MALFORMED_CODE']);
const DENIED: ReadonlySet<string> = new Set([
  'UNAUTHORIZED_FIELD',
  'PURPOSE_REQUIRED',
  'OUTSIDE_GRANT',
  'FORBIDDEN',
  'UNAUTHENTICATED',
]);

/**
 * Reads the values of a form from the departments that have them, as the department's own client with its own grants. All departments
 * are asked at the same time. One that is silent costs its own values only.
 *
 * @param variables those of the definition, as far as they are known: null where they are not. Who cannot be asked without them is not
 * @param purpose names the case, so that whom the data is about sees what it was read for
 */
export async function runPrefill(
  client: GatewayClient,
  { parts }: CompiledPrefill,
  variables: Readonly<Record<string, unknown>>,
  purpose: Purpose,
): Promise<PrefilledValue[]> {
  const found = await Promise.all(parts.map((part) => readPart(client, part, variables, purpose)));
  return found.flat();
}

async function readPart(
  client: GatewayClient,
  part: PrefillPart,
  variables: Readonly<Record<string, unknown>>,
  purpose: Purpose,
): Promise<PrefilledValue[]> {
  const missing = part.needed.filter((name) => variables[name] == null);
  if (missing.length > 0) {
    return part.values.map((source) => without(part, source, 'NOT_ASKED', notAsked(missing)));
  }
  const given = Object.fromEntries(part.variables.map((name) => [name, variables[name] ?? null]));
  let answer: GatewayAnswer;
  try {
    answer = await client.ask(part.query, given, { purpose, timeoutMs: TIMEOUT_MS });
  } catch {
    return part.values.map((source) => without(part, source, 'SILENT', silent(part.department)));
  }
  return part.values.map((source) => valueOf(part, source, answer));
}

function valueOf(part: PrefillPart, source: PrefillSource, { data, errors }: GatewayAnswer): PrefilledValue {
  const value = valueAt(data, source.path.split('.'));
  if (value !== null) {
    return { ...source, department: part.department, state: 'FOUND', value, reason: null };
  }
  const error = errors.find((one) => concerns(one, source.path));
  if (!error || NOTHING.has(error.extensions.code)) return without(part, source, 'EMPTY', null);
  if (DENIED.has(error.extensions.code)) return without(part, source, 'DENIED', error.message);
  return without(part, source, 'SILENT', silent(part.department));
}

/** Null for nothing, and for lists of nothing. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    const found = value.map((one) => valueAt(one, path)).filter((one) => one !== null);
    return found.length > 0 ? found.flat() : null;
  }
  const [name, ...rest] = path;
  return name === undefined ? value : valueAt((value as Record<string, unknown>)[name], rest);
}

/** An error without a path is about all of the operation. */
function concerns({ path }: GatewayError, of: string): boolean {
  const at = (path ?? []).filter((part) => typeof part === 'string').join('.');
  return at === '' || at === of || of.startsWith(`${at}.`);
}

function without(
  { department }: PrefillPart,
  source: PrefillSource,
  state: PrefilledValue['state'],
  reason: string | null,
): PrefilledValue {
  return { ...source, department, state, value: null, reason };
}

function silent(department: string): string {
  return `${department} does not answer at the moment. Fill it in yourself, or open the form again later.`;
}

function notAsked(missing: readonly string[]): string {
  if (missing.includes('uscc')) {
    return 'It is held of enterprises, and a person applies: there is nothing to take over. Fill it in yourself.';
  }
  return `It is found by ${missing.join(' and ')}, which is not answered yet. Answer that first, and fill in again.`;
}
