import type { Sql } from 'postgres';
import { z } from 'zod';
import type { GatewayClient } from './gateway-client.ts';

interface Dispute {
  caseNumber: string;
  field: string;
  department: string;
  coordinate: string;
  value: string;
  problem: string;
  proposal: string | null;
  subject: string;
}

const TIMEOUT_MS = 10_000;

const REPORT = `mutation Report($input: CorrectionInput!) {
  reportCorrection(input: $input) { correction { number } userErrors { message } }
}`;

const answerShape = z.object({
  reportCorrection: z
    .object({
      correction: z.object({ number: z.string() }).nullable(),
      userErrors: z.array(z.object({ message: z.string() })),
    })
    .nullable(),
});

/**
 * Reports one disputed value to the exchange, which asks the department that owns it 疑义校核. A dispute is reported at least once: a process
 * that ends before it has noted the number leaves it to the next.
 *
 * @param names of the tables of prefills, and of what their forms belong to
 * @returns whether there was one
 */
export async function reportDispute(
  sql: Sql,
  client: GatewayClient,
  names: { prefills: string; cases: string },
): Promise<boolean> {
  const [prefills, cases] = [sql(names.prefills), sql(names.cases)];
  return sql.begin(async (tx) => {
    const [dispute] = await tx<Dispute[]>`
      select case_number as "caseNumber", field, department, coordinate, value::text as value, problem, proposal,
        coalesce(applicant_uscc, number) as subject
      from ${prefills} join ${cases} on number = case_number
      where verdict = 'DISPUTED' and correction is null and correction_error is null
      order by read_at limit 1 for update of ${prefills} skip locked`;
    if (!dispute) return false;
    const { caseNumber, field, coordinate, subject, department, problem, proposal, value } = dispute;
    const input = {
      coordinate,
      subject,
      problem,
      proposal,
      department,
      evidence: `${caseNumber}: ${value}`.slice(0, 2000),
    };
    const { data, errors } = await client.ask(REPORT, { input }, { timeoutMs: TIMEOUT_MS });
    const answer = answerShape.safeParse(data).data?.reportCorrection;
    // The exchange, or the way to it, is down: it is tried again.
    if (!answer) throw new Error(errors[0]?.message ?? 'The exchange did not answer.');
    const number = answer.correction?.number ?? null;
    const error = number === null ? answer.userErrors.map(({ message }) => message).join(' ') : null;
    await tx`
      update ${prefills} set correction = ${number}, correction_error = ${error}
      where case_number = ${caseNumber} and field = ${field}`;
    return true;
  });
}
