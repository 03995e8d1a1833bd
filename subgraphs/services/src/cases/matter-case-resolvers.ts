import { PublicError } from '@yiwang/errors';
import { dayOf } from '@yiwang/codes/working-days';
import {
  type Caller,
  catchUserErrors,
  checkPageSize,
  connectionResolvers,
  type IdempotencyErrorCode,
} from '@yiwang/subgraph-kit';
import { caseOutcome } from '@yiwang/subgraph-kit/cases';
import type { Context } from '../context.ts';
import type { StepProblem } from '../course/matter.ts';
import { timesOf } from '../course/times.ts';
import { matterCaseCursor } from '../cursors.ts';
import { answerOf } from '../definition/answer-of.ts';
import { type StepDefinition, stepOf } from '../definition/definition.ts';
import type { MatterStepsRetry, Resolvers, SubscriptionMatterCaseChangedArgs } from '../generated/types.ts';
import type { MatterCaseRow } from '../tables.ts';
import type { MatterErrorCode } from './matter-commands.ts';
import { isVisible } from './rights.ts';

const HOUR_MS = 3_600_000;

export const caseQueries: Pick<
  NonNullable<Resolvers['Query']>,
  'matterCase' | 'myMatterCases' | 'stuckMatterSteps' | 'stuckMatterStepCounts' | 'matterTimeStatistics'
> = {
  matterCase: (_root, { number }, context) => findCase(context, number),
  myMatterCases: (_root, args, { loaders, caller }) => loaders.myMatterCases(caller, args),
  stuckMatterSteps: (_root, args, { operations, caller }) => operations.stuck(caller, args),
  stuckMatterStepCounts: (_root, _args, { operations, caller }) => operations.counts(caller),
  matterTimeStatistics: (_root, args, { timeStatistics }) => timeStatistics(args),
};

export const caseMutations: Omit<
  NonNullable<Resolvers['Mutation']>,
  'draftMatterVersion' | 'submitMatterVersion' | 'returnMatterVersion' | 'publishMatterVersion'
> = {
  startMatterCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.start(caller, args)),
  saveMatterCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.save(caller, args)),
  submitMatterCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.submit(caller, args)),
  completeMatterCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.complete(caller, args)),
  withdrawMatterCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.withdraw(caller, args)),
  prefillMatterCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.prefill.prefill(caller, args)),
  answerMatterPrefill: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.prefill.answer(caller, args)),
  skipMatterStep: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.skip(caller, args)),
  undoMatterCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.undo(caller, args)),
  retryMatterStep: (_root, args, { operations, caller }) =>
    payload(caller, () => operations.retry(caller, args)),
  async retryStuckMatterSteps(_root, args, { operations, caller }) {
    const { result, userErrors } = await catchUserErrors<MatterStepsRetry, IdempotencyErrorCode>(() =>
      operations.retryAll(caller, args),
    );
    return { retry: result, userErrors };
  },
};

export const caseSubscriptions: Resolvers['Subscription'] = {
  matterCaseChanged: {
    async subscribe(_root, { number }, context) {
      const found = await findCase(context, number);
      return context.changes.follow(found.number);
    },
    resolve: (_event: unknown, { number }: SubscriptionMatterCaseChangedArgs, context: Context) =>
      findCase(context, number),
  },
};

export const caseTypes: Pick<
  Resolvers,
  'MatterCase' | 'MatterCaseStep' | 'MatterCaseEvent' | 'MatterCaseConnection' | 'MatterTimeStatistic'
> = {
  MatterCase: {
    async __resolveReference({ number }, { loaders, caller }) {
      const row = await loaders.caseByNumber.load(number);
      return row && isVisible(caller, row) ? row : null;
    },
    matter: ({ matter }, _args, { loaders }) => loaders.matterByCode.load(matter),
    matterVersion: ({ definitionVersion }) => definitionVersion,
    applicant: ({ applicantUscc }) => (applicantUscc === null ? null : { uscc: applicantUscc }),
    region: ({ regionCode }) => ({ code: regionCode }),
    formSchema: async (row, _args, context) => (await definitionOf(row, context)).form,
    prefill: ({ number }, _args, { loaders }) => loaders.prefillOf.load(number),
    isOverdue: ({ dueOn, endedAt }, _args, { now }) =>
      dueOn !== null && dueOn < dayOf(endedAt === null ? now() : new Date(endedAt)),
    async steps(row, _args, context) {
      const definition = await definitionOf(row, context);
      const steps = await context.loaders.stepsOf.load(row.number);
      return steps.map((step) => ({ ...step, definition: stepOf(definition, step.name) }));
    },
    async times({ number, submittedAt }, _args, { loaders, now }) {
      if (submittedAt === null) return null;
      const times = timesOf(await loaders.eventsOf.load(number), now());
      return {
        officialHours: times.officialMs / HOUR_MS,
        applicantHours: times.applicantMs / HOUR_MS,
        machineHours: times.machineMs / HOUR_MS,
      };
    },
    async timeline(row, _args, context) {
      const { steps } = await definitionOf(row, context);
      const events = await context.loaders.eventsOf.load(row.number);
      return events.map((event) => ({
        ...event,
        problems: withAnswers(steps.find(({ name }) => name === event.step) ?? null, event.problems),
      }));
    },
  },

  MatterCaseStep: {
    title: ({ definition }) => definition.title,
    titleEn: ({ definition }) => definition['x-title-en'],
    kind: ({ definition }) => definition.kind,
    problems: ({ definition, problems }) => withAnswers(definition, problems),
  },
  MatterCaseEvent: {
    at: ({ at }) => new Date(at).toISOString(),
    problems: ({ problems }) => [...problems],
  },

  MatterCaseConnection: connectionResolvers<MatterCaseRow>(({ startedOn, number }) =>
    matterCaseCursor.encode([startedOn, number]),
  ),

  MatterTimeStatistic: {
    region: ({ regionCode }) => ({ code: regionCode }),
    matter: ({ matter }, _args, { loaders }) => loaders.matterByCode.load(matter),
  },
};

export const enterpriseFields: Resolvers['Enterprise'] = {
  async matterCases({ uscc }, { first, after }, { loaders }) {
    checkPageSize(first);
    const page = await loaders.casesOf.load({ parent: uscc, first, after });
    return { ...page, countAll: async () => (await loaders.caseCountOf.load(uscc))?.count ?? 0 };
  },
};

/** Problems of a step, each with the field of the form that it is about. */
function withAnswers(step: StepDefinition | null, problems: readonly StepProblem[]) {
  return problems.map((problem) => ({ ...problem, answer: step && answerOf(step, problem.about) }));
}

async function definitionOf({ matter, definitionVersion }: MatterCaseRow, { loaders }: Context) {
  return (await loaders.versionByKey.load(`${matter} ${definitionVersion}`))!.definition;
}

async function findCase({ loaders, caller }: Context, number: string): Promise<MatterCaseRow> {
  const found = await loaders.caseByNumber.load(number);
  // A draft of somebody else is none.
  if (found && isVisible(caller, found)) return found;
  throw new PublicError('NOT_FOUND', 'There is no application of this number.');
}

async function payload(caller: Caller, command: () => Promise<MatterCaseRow>) {
  const { result, userErrors } = await caseOutcome<MatterCaseRow, MatterErrorCode>(caller, command);
  return { matterCase: result, userErrors };
}
