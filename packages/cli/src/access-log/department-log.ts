import { randomUUID } from 'node:crypto';
import { type LoggedText, type Position, readJournalLines, type SealKey } from '@yiwang/access-log';
import { ASSERTION_HEADER, bodyDigest, type PrivateKey, signAssertion } from '@yiwang/identity';
import { z } from 'zod';
import { CommandError } from '../shared/command-error.ts';

const TIMEOUT_MS = 60_000;

/** A seal of a gateway that a department keeps. */
export interface KeptSeal {
  receivedAt: string;
  seal: string;
}

/** What a department says of its access log. */
export interface DepartmentLog {
  department: string;
  /** Where it was asked. */
  url: string;
  /** Null where the department keeps none. */
  kept: {
    /** Its name. */
    log: string;
    /** What comes before its first record. */
    before: Position;
    keys: SealKey[];
    /** Coordinates of the conditional fields of the department. */
    fields: string[];
    receipts: KeptSeal[];
    records(): AsyncGenerator<LoggedText>;
  } | null;
}

const position = z.object({ sequence: z.int().min(0), hash: z.string() });
const page = z.object({
  log: z.string(),
  fields: z.array(z.string()),
  keys: z.array(
    z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() }),
  ),
  receipts: z.array(z.object({ receivedAt: z.string(), seal: z.string() })),
  before: position,
  lines: z.string(),
});
const answer = z.union([page, z.object({ log: z.null() })]);
const refusal = z.object({
  errors: z.array(z.object({ message: z.string() })).min(1),
});

/**
 * Asks a department for its log, at its own address: neither gateway nor exchange stand between.
 *
 * @param url of its GraphQL
 * @param key of an auditor whom the department knows (AUDITOR_KEYS)
 * @throws CommandError when it does not answer, or refuses
 */
export async function askDepartment(
  department: string,
  url: string,
  key: PrivateKey,
): Promise<DepartmentLog> {
  const first = await ask(0);
  if (first.log === null) return { department, url, kept: null };
  const { log, before, fields, receipts } = first;
  const keys = first.keys.map((one) => ({ ...one, revokedAt: null }));
  return {
    department,
    url,
    kept: { log, before, keys, fields, receipts, records: () => readJournalLines(lines()) },
  };

  async function* lines(): AsyncGenerator<string> {
    let at = first.log === null ? null : first;
    let last = before.sequence;
    while (at && at.lines !== '') {
      let count = 0;
      for (const line of at.lines.slice(0, -1).split('\n')) {
        if (line.startsWith('{')) count++;
        yield line;
      }
      // A page without a record would come for ever.
      if (count === 0) return;
      last += count;
      const next = await ask(last);
      at = next.log === null ? null : next;
    }
  }

  async function ask(after: number): Promise<z.infer<typeof answer>> {
    const body = JSON.stringify({ after });
    const { status, text } = await send(body);
    // A department of another make keeps none.
    if (status === 404) return { log: null };
    const value = parse(text);
    const { success, data } = answer.safeParse(value);
    if (success) return data;
    const refused = refusal.safeParse(value);
    const why = refused.success ? refused.data.errors[0]!.message : 'it answers something else';
    throw new CommandError(`The access log of ${department} at ${url} cannot be read: ${why}`);
  }

  async function send(body: string): Promise<{ status: number; text: string }> {
    const assertion = signAssertion(key, 'auditor', department, {
      client: 'auditor',
      user: null,
      department: null,
      scopes: ['accesses:read', 'sensitive:read'],
      purpose: null,
      requestId: randomUUID(),
      reads: [],
      body: bodyDigest(body),
    });
    try {
      const response = await fetch(new URL('access-log', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      const { cause, message } = error as Error & { cause?: { code?: string } };
      throw new CommandError(`${department} at ${url} does not answer: ${cause?.code ?? message}.`);
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
