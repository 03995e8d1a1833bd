import type { Purpose } from '@yiwang/identity';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import type { CaseNews, MatterEvent, Work } from '../course/matter.ts';
import {
  type BindingSources,
  type CaseStep,
  type DepartmentCall,
  type MatterDefinition,
  stepOf,
  type StepDefinition,
  variablesOf,
} from '../definition/definition.ts';
import type { MatterCaseRow } from '../tables.ts';
import type { StoredMatter } from '../course/stored-matter.ts';
import { callDepartment, type CallOutcome, PermanentFault } from './call-department.ts';
import { readCases } from './read-cases.ts';

/** The id of a piece of work, and the idempotency key of its call. */
export function workId(number: string, { step, kind, attempt }: Work): string {
  return `${number}/${step}/${attempt}/${kind}`;
}

/**
 * Does one piece of work, which may have been done before: asks the department, and says what that means for the matter.
 *
 * @throws TransientFault, PermanentFault
 */
export async function doWork(
  client: GatewayClient,
  definition: MatterDefinition,
  { row, matter }: StoredMatter,
  work: Work,
): Promise<MatterEvent> {
  const step = stepOf(definition, work.step);
  const facts = matter.steps.find(({ name }) => name === work.step)!;
  const purpose = purposeOf(definition, row);
  const sources: BindingSources = {
    ...sourcesOf(row),
    steps: Object.fromEntries(matter.steps.map(({ name, result }) => [name, result])),
    case: facts.caseNumber === null ? null : { number: facts.caseNumber },
  };
  const outcome = await call(client, callOf(step, work.kind), sources, workId(row.number, work), purpose);
  const { attempt } = work;
  switch (work.kind) {
    case 'DO':
      if (outcome.kind === 'REFUSED') return refusal(step, attempt, outcome);
      if (step.kind === 'MACHINE') {
        return { kind: 'STEP_DONE', step: step.name, attempt, result: outcome.result };
      }
      return { kind: 'CASE_FILED', step: step.name, attempt, number: numberIn(outcome.result) };
    case 'REFILE':
      if (outcome.kind === 'REFUSED') return refusal(step, attempt, outcome);
      return { kind: 'CASE_REFILED', step: step.name, attempt };
    case 'WITHDRAW': {
      if (outcome.kind === 'DONE') return { kind: 'STEP_UNDONE', step: step.name };
      // It was decided meanwhile.
      const news = await readCases(client, (step as CaseStep).read, [facts.caseNumber!], purpose);
      return { kind: 'CASE_MOVED', step: step.name, news: decided(news[0] ?? null, outcome) };
    }
    case 'UNDO':
      if (outcome.kind === 'REFUSED') throw refused(outcome);
      return { kind: 'STEP_UNDONE', step: step.name };
  }
}

function refusal(
  { name }: StepDefinition,
  attempt: number,
  { problems }: CallOutcome & { kind: 'REFUSED' },
): MatterEvent {
  return { kind: 'STEP_REFUSED', step: name, attempt, problems };
}

function callOf(step: StepDefinition, kind: Work['kind']): DepartmentCall {
  if (kind === 'UNDO') return step.undo!;
  if (step.kind === 'MACHINE') return step.do;
  return kind === 'DO' ? step.file : kind === 'REFILE' ? step.refile : step.withdraw;
}

function call(
  client: GatewayClient,
  { document, variables }: DepartmentCall,
  sources: BindingSources,
  idempotencyKey: string,
  purpose: Purpose,
): Promise<CallOutcome> {
  return callDepartment(client, document, { ...variablesOf(variables, sources), idempotencyKey }, purpose);
}

/** What bindings read of an application, besides the results of its steps. */
export function sourcesOf({
  number,
  form,
  regionCode,
  filedBy,
  applicantUscc,
}: MatterCaseRow): Pick<BindingSources, 'form' | 'matter'> {
  return { form, matter: { number, region: regionCode, person: filedBy, applicant: applicantUscc } };
}

/** For what departments are asked: whom the data is about sees it so. */
export function purposeOf({ basis }: MatterDefinition, { number }: MatterCaseRow): Purpose {
  return { basis, caseNumber: number, requester: REQUESTER };
}

export const REQUESTER = '政务服务';

function numberIn(result: Readonly<Record<string, unknown>>): string {
  const { number } = result;
  if (typeof number === 'string') return number;
  throw new PermanentFault('NO_CASE_NUMBER', 'The payload of the call that files the case has no number.');
}

/** @throws PermanentFault when it could not be withdrawn although nothing is decided */
function decided(news: CaseNews | null, outcome: CallOutcome & { kind: 'REFUSED' }): CaseNews {
  if (news && ENDED.has(news.state)) return news;
  throw refused(outcome);
}

const ENDED: ReadonlySet<string> = new Set(['DECIDED', 'DELIVERED', 'NOT_ACCEPTED', 'WITHDRAWN']);

function refused({ problems }: CallOutcome & { kind: 'REFUSED' }): PermanentFault {
  const [first] = problems;
  return new PermanentFault(first?.code ?? 'REFUSED', problems.map(({ message }) => message).join(' '));
}
