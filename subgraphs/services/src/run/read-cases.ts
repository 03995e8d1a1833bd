import type { Purpose } from '@yiwang/identity';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';
import type { CaseNews } from '../course/matter.ts';
import { askGateway, PermanentFault } from './call-department.ts';

/** Most numbers that a department takes at once. */
export const MAX_NUMBERS = 100;

const defects = z
  .array(z.object({ about: z.string().nullish(), problem: z.string() }))
  .nullish()
  .transform((list) =>
    (list ?? []).map(({ about, problem }) => ({ code: null, message: problem, about: about ?? null })),
  );

const caseShape = z.looseObject({
  number: z.string(),
  version: z.number().int(),
  state: z.string(),
  decision: z.string().nullish(),
  defects,
  reason: z.string().nullish(),
});

const changeShape = z.object({ id: z.string(), number: z.string() });

/** A case that has changed in a department, and where its reader goes on. */
export type CaseChange = z.infer<typeof changeShape>;

/**
 * Reads cases that this department filed elsewhere.
 *
 * @param document of `CaseStep.read`
 * @returns in the order of the numbers, without those that the department does not have
 * @throws TransientFault, PermanentFault
 */
export async function readCases(
  client: GatewayClient,
  document: string,
  numbers: readonly string[],
  purpose: Purpose,
): Promise<CaseNews[]> {
  const data = await askGateway(client, document, { numbers }, purpose);
  const read = z.array(caseShape.nullable()).safeParse(Object.values(data)[0]);
  if (!read.success) throw malformed(read.error);
  return read.data.flatMap((one): CaseNews[] => {
    if (one === null) return [];
    const { number, version, state, decision, defects, reason, ...more } = one;
    const why = reason ? [{ code: null, message: reason, about: null }] : [];
    return [
      {
        number,
        version,
        state,
        decision: decision ?? null,
        defects: defects.length > 0 ? defects : why,
        result: { number, ...more },
      },
    ];
  });
}

/**
 * Reads what has changed of the cases that this department filed elsewhere.
 *
 * @param document of `CaseStep.changes`
 * @param after id of the last change that was read; null for all
 * @throws TransientFault, PermanentFault
 */
export async function readChanges(
  client: GatewayClient,
  document: string,
  after: string | null,
  purpose: Purpose,
): Promise<CaseChange[]> {
  const data = await askGateway(client, document, { after, first: MAX_NUMBERS }, purpose);
  const read = z.array(changeShape).safeParse(Object.values(data)[0]);
  if (!read.success) throw malformed(read.error);
  return read.data;
}

function malformed({ message }: z.ZodError): PermanentFault {
  return new PermanentFault(
    'MALFORMED_CASES',
    `The query does not give cases as they are read here: ${message}`,
  );
}
