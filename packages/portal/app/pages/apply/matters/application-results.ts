import type { ActionFunctionArgs } from 'react-router';
import { ask } from '../../../graph/ask.ts';
import { LAND_RESULT, LICENCE, STEP_RESULT } from './matter-documents.ts';

/** What the step of an application has given, as people want to have it. */
export interface StepOutcome {
  /** Of a new enterprise. */
  uscc?: string;
  /** Number of a permit. */
  permit?: string;
  certificate?: { path: string; credentialPath: string; identifier: string };
  /** Whether the case of the department has a page of its own. */
  hasPage: boolean;
}

interface Step {
  name: string;
  department: string;
  state: string;
  departmentCase?: string | null;
  result?: unknown;
}

/** Asks departments for permits and certificates of steps that are done. What they do not tell is left out: the step says that it is done. */
export async function outcomesOf(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  steps: readonly Step[],
): Promise<Record<string, StepOutcome>> {
  const entries = await Promise.all(
    steps.map(async (step): Promise<[string, StepOutcome]> => [step.name, await outcomeOf(args, step)]),
  );
  return Object.fromEntries(entries);
}

async function outcomeOf(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  step: Step,
): Promise<StepOutcome> {
  const result = (step.result ?? {}) as Record<string, unknown>;
  const text = (name: string) => (typeof result[name] === 'string' ? result[name] : undefined);
  const { departmentCase: number, department } = step;
  const hasPage = department === 'permits' && !!number;
  const uscc = text('uscc');
  const permit = text('permit') ?? text('planningPermit');
  const outcome: StepOutcome = { hasPage, ...(uscc && { uscc }), ...(permit && { permit }) };
  if (step.state !== 'DONE') return { hasPage };
  if (uscc) {
    const { data } = await ask(args, LICENCE, { uscc });
    return withCertificate(outcome, data?.enterprise?.licence);
  }
  if (hasPage) {
    const { data } = await ask(args, STEP_RESULT, { number: number! });
    const granted = data?.case?.permit;
    return withCertificate({ ...outcome, ...(granted && { permit: granted.number }) }, granted?.certificate);
  }
  if (department === 'land' && number) {
    const { data } = await ask(args, LAND_RESULT, { number });
    return withCertificate(outcome, data?.landCase?.certificate);
  }
  return outcome;
}

function withCertificate(outcome: StepOutcome, certificate: StepOutcome['certificate'] | null): StepOutcome {
  return certificate ? { ...outcome, certificate } : outcome;
}
