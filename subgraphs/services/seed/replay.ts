import { type Entry, type MatterApplication, movesOf } from '@yiwang/population/matters';
import { followSteps } from '@yiwang/subgraph-kit/cases/made-up';
import { applyEvent } from '../src/course/apply-event.ts';
import { eventsBetween } from '../src/course/events-between.ts';
import { type CaseNews, type Matter, type MatterEvent, newMatter } from '../src/course/matter.ts';
import type { Actor } from '../src/course/record-event.ts';
import { leftOutBy, type MatterDefinition } from '../src/definition/definition.ts';
import type { MatterEventRow } from '../src/tables.ts';
import { resultOf } from './matter-answers.ts';

/** An application after all that happened to it. */
export interface ReplayedMatter {
  matter: Matter;
  version: number;
  events: MatterEventRow[];
}

/** Lets everything happen to an application once more, by its course. */
export function replay(
  definition: MatterDefinition,
  application: MatterApplication,
  form: Readonly<Record<string, unknown>>,
): ReplayedMatter {
  const { number, person, history } = application;
  let matter = newMatter(definition.steps.map(({ name }) => name));
  let version = 1;
  const events: MatterEventRow[] = [];
  const note = (at: Date, some: ReturnType<typeof eventsBetween>, actor: Actor) => {
    for (const [i, event] of some.entries()) {
      const by = i === 0 ? actor : ({ side: 'MACHINE', person: null } as const);
      events.push({ caseNumber: number, sequence: events.length + 1, at: at.toISOString(), ...event, ...by });
    }
  };
  const news = createNews(application);
  for (const entry of history) {
    const isByApplicant = entry.what !== 'DONE' && entry.what !== 'UNDONE' && entry.what !== 'CASE';
    const actor: Actor = isByApplicant
      ? { side: 'APPLICANT', person: person.id }
      : { side: 'DEPARTMENT', person: null };
    if (entry.what === 'START') {
      note(entry.at, [{ step: null, from: null, to: 'DRAFT', problems: [] }], actor);
      continue;
    }
    for (const event of eventsOf(entry, matter, application, leftOutBy(definition, form), news)) {
      const applied = applyEvent(definition, matter, event);
      if ('code' in applied) throw new Error(`${number} cannot ${event.kind}: ${applied.message}`);
      const after = applied.matter;
      // News that says nothing new writes nothing.
      if (after.state === matter.state && after.steps.every((step, i) => step === matter.steps[i])) continue;
      note(entry.at, eventsBetween(matter, after), actor);
      matter = after;
      version++;
    }
  }
  return { matter, version, events };
}

/** What an entry means for the course. */
function eventsOf(
  entry: Entry,
  { steps }: Matter,
  application: MatterApplication,
  leftOut: readonly string[],
  nextNews: (step: string) => CaseNews,
): MatterEvent[] {
  switch (entry.what) {
    case 'START':
      return [];
    case 'SUBMIT':
      return [{ kind: 'SUBMIT', leftOut }];
    case 'COMPLETE':
      return [{ kind: 'COMPLETE' }];
    case 'WITHDRAW':
      return [{ kind: 'WITHDRAW', reason: entry.reason }];
  }
  const { step } = entry;
  const { attempt } = steps.find(({ name }) => name === step)!;
  switch (entry.what) {
    case 'DONE':
      return [{ kind: 'STEP_DONE', step, attempt, result: resultOf(application, step) }];
    case 'UNDONE':
      return [{ kind: 'STEP_UNDONE', step }];
    case 'CASE': {
      const moved: MatterEvent = { kind: 'CASE_MOVED', step, news: nextNews(step) };
      switch (entry.move.action) {
        case 'SUBMIT':
          return [{ kind: 'CASE_FILED', step, attempt, number: application.cases[step]! }, moved];
        case 'RESUBMIT':
          return [{ kind: 'CASE_REFILED', step, attempt }, moved];
        case 'WITHDRAW':
          return [{ kind: 'STEP_UNDONE', step }];
        default:
          return [moved];
      }
    }
  }
}

/** Tells what each move of a case has made of it, one after the other. */
function createNews(application: MatterApplication): (step: string) => CaseNews {
  const unstated = { statutoryDays: null, promisedDays: null };
  const courses = new Map<string, Iterator<CaseNews>>();

  function* newsOf(step: string): Generator<CaseNews> {
    const moves = movesOf(application, step);
    // The first event makes the draft.
    const [, ...events] = followSteps(unstated, moves[0]!.at, moves).events;
    for (const [i, { to, sequence, reason }] of events.entries()) {
      const move = moves[i]!.step;
      const decision = move.action === 'DECIDE' ? move.decision : null;
      const defects =
        move.action === 'RETURN' ? move.defects : reason ? [{ about: null, problem: reason }] : [];
      yield {
        number: application.cases[step]!,
        version: sequence,
        state: to,
        decision,
        defects: defects.map(({ about, problem }) => ({ code: null, message: problem, about })),
        result: decision === 'GRANTED' ? resultOf(application, step) : {},
      };
    }
  }

  return (step) => {
    const course = courses.get(step) ?? newsOf(step);
    courses.set(step, course);
    return course.next().value as CaseNews;
  };
}
