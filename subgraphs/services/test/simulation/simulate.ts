import { addDays, createCalendar, dayOf } from '@yiwang/codes/working-days';
import type { CaseStep } from '@yiwang/subgraph-kit/cases';
import type { GatewayAnswer, GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { createRandom, type Random } from '@yiwang/testing/random-graph';
import { applyEvent } from '../../src/course/apply-event.ts';
import { eventsBetween } from '../../src/course/events-between.ts';
import { isOver, type Matter, type MatterEvent, newMatter, type Work } from '../../src/course/matter.ts';
import { timesOf } from '../../src/course/times.ts';
import type { MatterDefinition } from '../../src/definition/definition.ts';
import { PermanentFault } from '../../src/run/call-department.ts';
import { doWork, workId } from '../../src/run/do-work.ts';
import { readCases, readChanges } from '../../src/run/read-cases.ts';
import type { MatterCaseRow, MatterEventRow } from '../../src/tables.ts';
import { SimulatedDepartments, type SimulatedCase } from './departments.ts';
import { createScheduler } from './scheduler.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
const TIMEOUT = 10 * SECOND;
const MAX_DAYS = 400;

/** One application, with what its rows would hold. */
interface Application {
  number: string;
  definition: MatterDefinition;
  matter: Matter;
  events: Pick<MatterEventRow, 'at' | 'step' | 'to'>[];
  submittedAt: Date | null;
  /** While the mandate has ended, the applicant's commands are rejected. */
  hasMandate: boolean;
}

/** A run that is stored, and goes on after every kill. */
interface StoredRun {
  application: Application;
  work: Work;
  attempts: number;
  isStuck: boolean;
  /** Whether it is stuck because its department was away. */
  isOutage: boolean;
}

export interface SimulationResult {
  violations: string[];
  /** How often each thing happened: a simulation in which nothing goes wrong shows nothing. */
  counts: Record<string, number>;
  virtualMs: number;
}

/** Fewer than there are, so that some runs get stuck. */
const MAX_ATTEMPTS = 4;

/**
 * One run of everything under one seed: the same seed gives the same run.
 *
 * @param forgetsKeys plants a fault: departments that carry out a call as often as it comes
 */
export async function simulate(
  seed: string,
  definitions: ReadonlyMap<string, MatterDefinition>,
  { forgetsKeys = false }: { forgetsKeys?: boolean } = {},
): Promise<SimulationResult> {
  const random = createRandom(seed);
  const calendar = createCalendar();
  const start = new Date(Date.UTC(2026, random.below(12), 1 + random.below(28), random.below(24)));
  const time = createScheduler(start);
  const departments = new SimulatedDepartments(random, calendar, () => time.now, forgetsKeys);
  const counts: Record<string, number> = {};
  const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
  const violations: string[] = [];
  const runs = new Map<string, StoredRun>();
  const after = new Map<string, string>();
  /** One more at each kill: what ran before is forgotten. */
  let life = 0;
  const client = createFaultyClient(random, departments, time, count);

  const applications = [...definitions].flatMap(([code, definition]) =>
    random.times(1 + random.below(2), (i): Application => {
      const number = `${code}-${i}`;
      departments.add(number, definition);
      return {
        number,
        definition,
        matter: newMatter(definition.steps.map(({ name }) => name)),
        events: [{ at: start.toISOString(), step: null, to: 'DRAFT' }],
        submittedAt: null,
        hasMandate: true,
      };
    }),
  );

  function apply(application: Application, event: MatterEvent): boolean {
    const { definition, matter } = application;
    const applied = applyEvent(definition, matter, event);
    if ('code' in applied) return false;
    count(event.kind);
    const at = time.now.toISOString();
    application.events.push(...eventsBetween(matter, applied.matter).map((one) => ({ ...one, at })));
    application.matter = applied.matter;
    if (event.kind === 'SUBMIT') application.submittedAt = time.now;
    if (event.kind === 'SKIP') departments.skipped.add(`${application.number} ${event.step}`);
    for (const work of applied.work) {
      const id = workId(application.number, work);
      if (runs.has(id)) continue;
      runs.set(id, { application, work, attempts: 0, isStuck: false, isOutage: false });
      time.after(random.below(50), () => void run(id));
    }
    return true;
  }

  /** What the library of durable execution does: again and again, until it is done or stuck. */
  async function run(id: string): Promise<void> {
    const stored = runs.get(id);
    if (!stored || stored.isStuck) return;
    const mine = life;
    const { application, work } = stored;
    stored.attempts++;
    try {
      const { definition, matter, number } = application;
      const row = rowOf(application);
      const event = await doWork(client, definition, { row, matter }, work);
      if (mine !== life) return;
      runs.delete(id);
      apply(application, event);
      // The same news may come twice.
      if (random.chance(0.05)) apply(application, event);
      if (event.kind === 'CASE_FILED') await readNews(number);
    } catch (error) {
      if (mine !== life || !runs.has(id)) return;
      if (error instanceof PermanentFault || stored.attempts >= MAX_ATTEMPTS) {
        stored.isStuck = true;
        stored.isOutage = !(error instanceof PermanentFault);
        count('STUCK');
        return;
      }
      time.after(Math.min(30 * SECOND, 200 * 2 ** stored.attempts), () => void run(id));
    }
  }

  /** Every process is killed; others go on with what is stored. */
  function kill(): void {
    life++;
    count('KILLED');
    for (const id of runs.keys()) time.after(random.below(5 * SECOND), () => void run(id));
  }

  async function readNews(number: string): Promise<void> {
    const application = applications.find((one) => one.number === number)!;
    const followed = application.matter.steps.filter(({ caseNumber }) => caseNumber !== null);
    for (const { name, caseNumber } of followed) {
      const news = await readCases(client, 'read', [caseNumber!], PURPOSE).catch(() => []);
      for (const one of news) apply(application, { kind: 'CASE_MOVED', step: name, news: one });
    }
  }

  /** Follows the feeds of departments; what is read late or out of order changes nothing. */
  async function follow(department: string): Promise<void> {
    try {
      const changes = await readChanges(
        client,
        `changes ${department}`,
        after.get(department) ?? null,
        PURPOSE,
      );
      for (const { number } of changes) {
        const found = departments.cases.get(number)!;
        const application = applications.find((one) => one.number === found.matter)!;
        if (application.matter.steps.some(({ caseNumber }) => caseNumber === number))
          await readNews(found.matter);
      }
      if (changes.length > 0) after.set(department, changes.at(-1)!.id);
    } catch {
      count('FEED_FAILED');
    }
  }

  function officialActs(found: SimulatedCase): void {
    const action = random.pick(departments.possibleSteps(found));
    departments.take(found, officialStep(action, random, dayOf(time.now)));
  }

  // People: each hour or so, one of them does something.
  function people(): void {
    const open = applications.filter(({ matter }) => !isOver(matter));
    if (open.length === 0) return;
    for (const application of open) applicantActs(application);
    for (const found of departments.cases.values()) {
      if (departments.possibleSteps(found).length > 0 && random.chance(0.3)) officialActs(found);
    }
    for (const [id, stored] of runs) if (stored.isStuck && random.chance(0.4)) operatorActs(id, stored);
    time.after(random.below(6 * HOUR) + 60 * SECOND, people);
  }

  function applicantActs(application: Application): void {
    const { matter } = application;
    if (random.chance(0.03)) {
      application.hasMandate = !application.hasMandate;
      count('MANDATE_CHANGED');
    }
    if (!application.hasMandate) {
      if (random.chance(0.3)) application.hasMandate = true;
      return;
    }
    if (matter.state === 'DRAFT')
      apply(
        application,
        random.chance(0.95)
          ? { kind: 'SUBMIT', leftOut: random.chance(0.5) ? optional(application.definition) : [] }
          : { kind: 'WITHDRAW', reason: null },
      );
    else if (random.chance(0.004)) apply(application, { kind: 'WITHDRAW', reason: '不办了' });
    else if (matter.steps.some(({ state }) => state === 'RETURNED') && random.chance(0.7)) {
      apply(application, { kind: 'COMPLETE' });
    }
    const own = [...departments.cases.values()].filter(({ matter: of }) => of === application.number);
    for (const found of own) {
      // Some go to the department themselves.
      if (found.facts.state === 'RETURNED' && random.chance(0.1))
        departments.take(found, { action: 'RESUBMIT' });
      if (random.chance(0.001)) departments.take(found, { action: 'WITHDRAW', reason: null });
    }
  }

  function operatorActs(id: string, stored: StoredRun): void {
    const { application, work } = stored;
    const choice = random.below(10);
    if (choice === 0 && apply(application, { kind: 'SKIP', step: work.step, reason: '线下办理' })) {
      runs.delete(id);
      return;
    }
    if (choice === 1) apply(application, { kind: 'UNDO', reason: '无法办理' });
    Object.assign(stored, { isStuck: false, isOutage: false, attempts: 0 });
    void run(id);
  }

  /** As services does: one stuck step of a department is asked, and all of them go on when the department answers. */
  async function endOutages(): Promise<void> {
    const mine = life;
    const stuck = [...runs.values()].filter((stored) => stored.isStuck && stored.isOutage);
    const departmentOf = ({ application, work }: StoredRun) =>
      application.definition.steps.find(({ name }) => name === work.step)!.department;
    for (const ofDepartment of Map.groupBy(stuck, departmentOf).values()) {
      const { application, work } = random.pick(ofDepartment);
      const { definition, matter } = application;
      const isBack = await doWork(client, definition, { row: rowOf(application), matter }, work).then(
        () => true,
        (error: unknown) => error instanceof PermanentFault,
      );
      if (mine !== life) return;
      if (!isBack) continue;
      for (const [id, stored] of runs) {
        if (!stored.isStuck || !ofDepartment.includes(stored)) continue;
        count('OUTAGE_ENDED');
        Object.assign(stored, { isStuck: false, isOutage: false, attempts: 0 });
        void run(id);
      }
    }
  }

  const names = new Set(
    [...definitions.values()].flatMap(({ steps }) => steps.map(({ department }) => department)),
  );
  for (const department of names) {
    const poll = (): void => {
      if (applications.every(({ matter }) => isOver(matter))) return;
      void follow(department);
      // Hours instead of half a second, so that there are fewer events; it is late news that is interesting.
      time.after(random.chance(0.1) ? random.below(60 * SECOND) : random.below(16 * HOUR), poll);
    };
    time.after(0, poll);
  }
  const watchOutages = (): void => {
    if (applications.every(({ matter }) => isOver(matter))) return;
    void endOutages();
    time.after(random.below(2 * DAY), watchOutages);
  };
  time.after(random.below(2 * DAY), watchOutages);
  const killNext = (): void => {
    if (applications.every(({ matter }) => isOver(matter))) return;
    kill();
    time.after(random.below(3 * DAY), killNext);
  };
  time.after(random.below(DAY), killNext);
  time.after(0, people);
  await time.runUntil(new Date(start.getTime() + MAX_DAYS * DAY));

  for (const application of applications) {
    count(application.matter.state);
    violations.push(...checkEnd(application, departments, time.now));
  }
  violations.push(...departments.violations);
  return { violations, counts, virtualMs: time.now.getTime() - start.getTime() };
}

const PURPOSE = { basis: '行政许可法', caseNumber: '联办件', requester: '政务服务' };

function rowOf({ number, definition }: Application): MatterCaseRow {
  return {
    number,
    regionCode: '3201',
    filedBy: 'person-001',
    applicantUscc: null,
    form: {},
    matter: definition.title,
  } as MatterCaseRow;
}

/** The gateway, and everything that can go wrong between it and a department. */
function createFaultyClient(
  random: Random,
  departments: SimulatedDepartments,
  time: { after(milliseconds: number, run: () => void): void },
  count: (what: string) => void,
): GatewayClient {
  const faults = random.pick([0, 0.05, 0.3, 0.6]);
  const answer = (document: string, variables: Record<string, unknown>): unknown => {
    if (document.startsWith('changes ')) {
      return departments.changes(
        document.slice(8),
        variables['after'] as string | null,
        variables['first'] as number,
      );
    }
    const numbers = variables['numbers'] as string[] | undefined;
    return numbers ? departments.read(numbers) : departments.mutate(document, variables);
  };
  return {
    ask(document, variables) {
      return new Promise<GatewayAnswer>((resolve, reject) => {
        const give = () => resolve({ data: { outcome: answer(document, variables) }, errors: [] });
        const fail = (message: string) => () => reject(new Error(message));
        const latency = 1 + random.below(200);
        if (!random.chance(faults)) {
          time.after(latency, give);
          return;
        }
        switch (random.below(5)) {
          case 0:
            count('DOWN');
            time.after(latency, fail('connection refused'));
            return;
          case 1:
            count('ANSWER_LOST');
            time.after(latency, () => {
              answer(document, variables);
              reject(new Error('socket hang up'));
            });
            return;
          case 2:
            // It is carried out long after its caller has given up, and perhaps tried again.
            count('TOO_SLOW');
            time.after(TIMEOUT, fail('timeout'));
            time.after(TIMEOUT + random.below(60 * SECOND), () => void answer(document, variables));
            return;
          case 3:
            count('ANSWERED_TWICE');
            time.after(latency, () => {
              answer(document, variables);
              give();
            });
            return;
          default: {
            count('UNAVAILABLE');
            const error = { message: 'down', extensions: { code: 'DEPARTMENT_UNAVAILABLE' } };
            time.after(latency, () => resolve({ data: null, errors: [error] }));
          }
        }
      });
    },
  };
}

function officialStep(action: CaseStep['action'], random: Random, today: string): CaseStep {
  switch (action) {
    case 'RETURN':
      return { action, defects: [{ about: null, problem: '材料不全' }] };
    case 'DECLINE':
    case 'SUSPEND':
      return { action, reason: '原因' };
    case 'ACCEPT_WITH_FOLLOW_UP':
      return { action, materials: ['平面图'], by: addDays(today, 3) };
    case 'ACCEPT_ON_COMMITMENT':
      return { action, commitment: { text: '承诺', signedBy: '张三' } };
    case 'EXTEND':
      return { action, days: 5, reason: '原因' };
    case 'DECIDE':
      return random.chance(0.8)
        ? { action, decision: 'GRANTED', reason: null }
        : { action, decision: 'DENIED', reason: '不符合条件' };
    default:
      return { action } as CaseStep;
  }
}

/** What must hold of every application at the end. */
function checkEnd(
  { number, definition, matter, events, submittedAt }: Application,
  departments: SimulatedDepartments,
  now: Date,
): string[] {
  const found: string[] = [];
  const fail = (what: string) => found.push(`${number}: ${what}`);
  if (!isOver(matter))
    fail(
      `never ends: ${matter.state}, ${matter.steps.map(({ name, state }) => `${name} ${state}`).join(', ')}`,
    );
  const live = departments.liveSteps(number);
  for (const [i, { name, state }] of matter.steps.entries()) {
    const isKept = definition.steps[i]!.undo === null;
    if (state === 'DONE' && !live.has(name)) fail(`${name} is DONE, and the department has not done it.`);
    // What an operator leaves out nobody can tell.
    if (live.has(name) && state !== 'DONE' && state !== 'SKIPPED')
      fail(`${name} is ${state}, and the department has done it.`);
    if (matter.endsAs !== null && isOver(matter) && live.has(name) && !isKept && state !== 'SKIPPED') {
      fail(`${name} was not undone.`);
    }
  }
  const moments = events.map(({ at }) => Date.parse(at));
  if (moments.some((at, i) => i > 0 && at < moments[i - 1]!)) fail('its clock runs backward.');
  if (submittedAt !== null) {
    const { officialMs, applicantMs, machineMs } = timesOf(events as MatterEventRow[], now);
    const end = isOver(matter) ? moments.at(-1)! : now.getTime();
    const passed = end - submittedAt.getTime();
    if (officialMs + applicantMs + machineMs !== passed) fail(`its times do not add up to ${passed} ms.`);
  }
  return found;
}

function optional({ steps }: MatterDefinition): string[] {
  return steps.filter(({ when }) => when !== null).map(({ name }) => name);
}
