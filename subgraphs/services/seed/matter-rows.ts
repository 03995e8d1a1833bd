import { createCalendar, dayOf } from '@yiwang/codes/working-days';
import { GENERATED_SOURCE } from '@yiwang/population';
import type { MatterApplication } from '@yiwang/population/matters';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { isOver } from '../src/course/matter.ts';
import { timesOf } from '../src/course/times.ts';
import type { MatterDefinition } from '../src/definition/definition.ts';
import { answersOf } from './matter-answers.ts';
import { MATTERS } from './matters/matters.ts';
import { replay, type ReplayedMatter } from './replay.ts';

/** The version of the definitions that come with the department. */
export const DEFINITION_VERSION = 1;

const DEFINITIONS: ReadonlyMap<string, MatterDefinition> = new Map(
  MATTERS.map(({ code, definition }) => [code, definition]),
);
const calendar = createCalendar();

/** An application with its answers, and what its history makes of it. */
export interface MadeUpMatter extends ReplayedMatter {
  application: MatterApplication;
  definition: MatterDefinition;
  form: Record<string, unknown>;
}

export function madeUpMatter(application: MatterApplication): MadeUpMatter {
  const definition = DEFINITIONS.get(application.matter)!;
  const form = answersOf(application);
  return { application, definition, form, ...replay(definition, application, form) };
}

export const matterCaseColumns = [
  'number',
  'matter',
  'definition_version',
  'state',
  'ends_as',
  'reason',
  'version',
  'applicant_uscc',
  'applicant_user',
  'filed_by',
  'region_code',
  'form',
  'started_at',
  'started_on',
  'promised_days',
  'submitted_at',
  'due_on',
  'ended_at',
  'official_ms',
  'applicant_ms',
  'machine_ms',
  'working_days',
  'source',
] as const;

export function* matterCaseRows(matters: readonly MadeUpMatter[]): Generator<CopyValue[]> {
  for (const { application, definition, form, matter, version, events } of matters) {
    const { number, person, applicant, region } = application;
    const startedAt = events[0]!.at;
    yield [
      number,
      application.matter,
      DEFINITION_VERSION,
      matter.state,
      matter.endsAs,
      matter.reason,
      version,
      applicant?.uscc ?? null,
      applicant ? null : person.id,
      person.id,
      region,
      JSON.stringify(form),
      startedAt,
      dayOf(new Date(startedAt)),
      definition.promisedDays,
      ...timeValues(matter, definition, events),
      GENERATED_SOURCE,
    ];
  }
}

/** From `submitted_at` to `working_days`, as the service counts them. */
function timeValues(
  matter: ReplayedMatter['matter'],
  { promisedDays }: MatterDefinition,
  events: ReplayedMatter['events'],
): CopyValue[] {
  const submittedAt = events.find(({ step, to }) => step === null && to === 'IN_PROGRESS')?.at;
  if (submittedAt === undefined) return [null, null, null, null, null, null, null];
  const submittedOn = dayOf(new Date(submittedAt));
  const due = calendar.addWorkingDays(submittedOn, promisedDays);
  if (!isOver(matter)) return [submittedAt, due, null, null, null, null, null];
  const endedAt = events.at(-1)!.at;
  const end = new Date(endedAt);
  const { officialMs, applicantMs, machineMs } = timesOf(events, end);
  const workingDays = calendar.workingDaysBetween(submittedOn, dayOf(end)) + 1;
  return [submittedAt, due, endedAt, officialMs, applicantMs, machineMs, workingDays];
}

export const matterStepColumns = [
  'case_number',
  'name',
  'position',
  'department',
  'state',
  'attempt',
  'department_case',
  'department_case_version',
  'result',
  'problems',
  'done_order',
] as const;

export function* matterStepRows(matters: readonly MadeUpMatter[]): Generator<CopyValue[]> {
  for (const { application, definition, matter } of matters) {
    for (const [position, step] of matter.steps.entries()) {
      yield [
        application.number,
        step.name,
        position,
        definition.steps[position]!.department,
        step.state,
        step.attempt,
        step.caseNumber,
        step.caseVersion,
        step.result && JSON.stringify(step.result),
        JSON.stringify(step.problems),
        step.order,
      ];
    }
  }
}

export const matterEventColumns = [
  'case_number',
  'sequence',
  'at',
  'step',
  'from',
  'to',
  'side',
  'person',
  'problems',
] as const;

export function* matterEventRows(matters: readonly MadeUpMatter[]): Generator<CopyValue[]> {
  for (const { events } of matters) {
    for (const event of events) {
      const { caseNumber, sequence, at, step, from, to, side, person, problems } = event;
      yield [caseNumber, sequence, at, step, from, to, side, person, JSON.stringify(problems)];
    }
  }
}
