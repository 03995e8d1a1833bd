import { ERROR_CODES, isErrorCode } from '@yiwang/errors';
import type { Purpose } from '@yiwang/identity';
import type { GatewayAnswer, GatewayClient, GatewayError } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';
import type { StepProblem } from '../course/matter.ts';

/** What a department answers to a call. */
export type CallOutcome =
  /** What it gave: the field of the payload beside `userErrors`. */
  | { kind: 'DONE'; result: Record<string, unknown> }
  /** It does not do it: the applicant has to correct something, or somebody else was first. */
  | { kind: 'REFUSED'; problems: StepProblem[] };

/** The same call may succeed later: the department is down or busy, or its answer was lost. */
export class TransientFault extends Error {
  override readonly name: string = 'TransientFault';
}

/** The same call will fail again: an operator has to look at it. */
export class PermanentFault extends Error {
  override readonly name: string = 'PermanentFault';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const TIMEOUT_MS = 10_000;

/** User errors that are the caller's fault, and not the applicant's. */
const CALLERS_FAULT: ReadonlySet<string> = new Set(['IDEMPOTENCY_KEY_REUSED', 'MALFORMED_IDEMPOTENCY_KEY']);

const payloadShape = z.looseObject({
  userErrors: z.array(
    z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullish() }),
  ),
});

/**
 * Sends one mutation to a department, through the gateway.
 *
 * @param variables `idempotencyKey` among them: the same call twice is carried out once
 * @throws TransientFault, PermanentFault
 */
export async function callDepartment(
  client: GatewayClient,
  document: string,
  variables: Record<string, unknown>,
  purpose: Purpose,
): Promise<CallOutcome> {
  const data = await askGateway(client, document, variables, purpose);
  const read = payloadShape.safeParse(Object.values(data)[0]);
  if (!read.success) throw new PermanentFault('NO_USER_ERRORS', 'The payload has no userErrors.');
  const { userErrors, ...payload } = read.data;
  const fault = userErrors.find(({ code }) => CALLERS_FAULT.has(code));
  if (fault) throw new PermanentFault(fault.code, fault.message);
  if (userErrors.length > 0) {
    return {
      kind: 'REFUSED',
      problems: userErrors.map(({ code, message, field }) => ({
        code,
        message,
        about: field?.join('.') ?? null,
      })),
    };
  }
  const result = Object.values(payload)[0] ?? {};
  return { kind: 'DONE', result: result as Record<string, unknown> };
}

/**
 * Asks one operation.
 *
 * @returns its data, in which every root field has a value
 * @throws TransientFault, PermanentFault
 */
export async function askGateway(
  client: GatewayClient,
  document: string,
  variables: Record<string, unknown>,
  purpose: Purpose,
): Promise<Record<string, unknown>> {
  let answer: GatewayAnswer;
  try {
    answer = await client.ask(document, variables, { purpose, timeoutMs: TIMEOUT_MS });
  } catch (error) {
    throw new TransientFault(`The gateway does not answer: ${(error as Error).message}`, { cause: error });
  }
  const { data, errors } = answer;
  if (errors.length > 0) throw faultOf(errors);
  if (data === null || Object.values(data).some((value) => value === null)) {
    throw new TransientFault('The department gave no answer.');
  }
  return data;
}

function faultOf(errors: readonly GatewayError[]): Error {
  const lasting = errors.find(({ extensions }) => isLasting(extensions.code));
  const { extensions, message } = lasting ?? errors[0]!;
  if (lasting) return new PermanentFault(extensions.code, message);
  return new TransientFault(`${extensions.code}: ${message}`);
}

/** Whether the definition, the grants or the rights must change. The token of the department is renewed by others. */
function isLasting(code: string): boolean {
  return isErrorCode(code) && ERROR_CODES[code].retry === 'never' && code !== 'UNAUTHENTICATED';
}
