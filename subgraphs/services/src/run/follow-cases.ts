import { digestOf } from '@yiwang/identity';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { and, eq, gt, inArray, isNotNull, or } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type AdvanceOptions, advanceMatter } from '../course/advance-matter.ts';
import { FOLLOWED } from '../course/matter.ts';
import { type CaseStep, stepOf } from '../definition/definition.ts';
import { feeds, matterCases, type MatterStepRow, matterSteps } from '../tables.ts';
import { REQUESTER } from './do-work.ts';
import { type CaseChange, MAX_NUMBERS, readCases, readChanges } from './read-cases.ts';

interface FollowOptions extends AdvanceOptions {
  db: PostgresJsDatabase;
  client: GatewayClient;
}

/** One feed of a department. */
interface Feed {
  department: string;
  changes: string;
  basis: string;
}

/** How many applications are told of their cases at once: not so many that requests wait for connections. */
const AT_ONCE = 4;

/** The purpose of reading what has changed, before it is clear which application it is about. */
const ALL_CASES = '联办件';

/**
 * Reads what has changed of the cases at departments, and goes on with their applications.
 *
 * @returns whether there may be more at once
 * @throws the faults of departments, after all others were read
 */
export async function followCases(options: FollowOptions): Promise<boolean> {
  const found = await Promise.allSettled((await feedsInUse(options)).map((feed) => follow(options, feed)));
  const failed = found.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return found.some((one) => one.status === 'fulfilled' && one.value);
}

async function follow(options: FollowOptions, feed: Feed): Promise<boolean> {
  const { db, client } = options;
  const { department, changes, basis } = feed;
  const operation = digestOf(changes);
  const [row] = await db.select({ after: feeds.after }).from(feeds).where(eq(feeds.operation, operation));
  const purpose = { basis, caseNumber: ALL_CASES, requester: REQUESTER };
  const news = await readChanges(client, changes, row?.after ?? null, purpose);
  if (news.length === 0) return false;
  await readAndAdvance(options, department, numbersOf(news));
  const after = news.at(-1)!.id;
  await db
    .insert(feeds)
    .values({ operation, department, after })
    .onConflictDoUpdate({ target: feeds.operation, set: { after } });
  return news.length === MAX_NUMBERS;
}

/**
 * Reads all cases that are open at departments: what a feed told while this department could not listen for longer than feeds are kept
 * is found so.
 *
 * @returns how many were read
 */
export async function sweepCases(options: FollowOptions): Promise<number> {
  let count = 0;
  let last: Pick<MatterStepRow, 'department' | 'departmentCase'> | null = null;
  for (;;) {
    const behind: ReturnType<typeof or> = last
      ? or(
          gt(matterSteps.department, last.department),
          and(
            eq(matterSteps.department, last.department),
            gt(matterSteps.departmentCase, last.departmentCase!),
          ),
        )
      : undefined;
    const page = await options.db
      .select({ department: matterSteps.department, departmentCase: matterSteps.departmentCase })
      .from(matterSteps)
      .where(and(isNotNull(matterSteps.departmentCase), inArray(matterSteps.state, [...FOLLOWED]), behind))
      .orderBy(matterSteps.department, matterSteps.departmentCase)
      .limit(MAX_NUMBERS);
    const departments = Map.groupBy(page, ({ department }) => department);
    for (const [department, steps] of departments) {
      await readAndAdvance(
        options,
        department,
        steps.map(({ departmentCase }) => departmentCase!),
      );
    }
    count += page.length;
    if (page.length < MAX_NUMBERS) return count;
    last = page.at(-1)!;
  }
}

/** Reads cases by the documents of the steps that filed them, and tells the applications. */
async function readAndAdvance(
  options: FollowOptions,
  department: string,
  numbers: readonly string[],
): Promise<void> {
  const { db, client, readDefinition } = options;
  const rows = await db
    .select({
      name: matterSteps.name,
      number: matterSteps.caseNumber,
      departmentCase: matterSteps.departmentCase,
      seen: matterSteps.departmentCaseVersion,
      matter: matterCases.matter,
      version: matterCases.definitionVersion,
    })
    .from(matterSteps)
    .innerJoin(matterCases, eq(matterCases.number, matterSteps.caseNumber))
    .where(
      and(
        eq(matterSteps.department, department),
        inArray(matterSteps.departmentCase, [...numbers]),
        inArray(matterSteps.state, [...FOLLOWED]),
      ),
    );
  const steps = await Promise.all(
    rows.map(async (row) => {
      const definition = await readDefinition(db, row.matter, row.version);
      return { ...row, read: (stepOf(definition, row.name) as CaseStep).read, basis: definition.basis };
    }),
  );
  for (const [read, group] of Map.groupBy(steps, (step) => step.read)) {
    const purpose = { basis: group[0]!.basis, caseNumber: ALL_CASES, requester: REQUESTER };
    const ofCase = new Map(group.map((step) => [step.departmentCase!, step]));
    const found = await readCases(client, read, [...ofCase.keys()], purpose);
    // Most of a sweep is not new: for that no application is locked.
    const news = found.filter(({ number, version }) => version > ofCase.get(number)!.seen);
    for (let i = 0; i < news.length; i += AT_ONCE) {
      await Promise.all(
        news.slice(i, i + AT_ONCE).map((one) => {
          const { number, name } = ofCase.get(one.number)!;
          const moved = { kind: 'CASE_MOVED', step: name, news: one } as const;
          return advanceMatter(options, number, moved, { side: 'DEPARTMENT', person: null });
        }),
      );
    }
  }
}

/** The feeds of the definitions that are published, or under way. */
async function feedsInUse({ db, readDefinition }: FollowOptions): Promise<Feed[]> {
  const open = await db
    .selectDistinct({ matter: matterCases.matter, version: matterCases.definitionVersion })
    .from(matterCases)
    .where(inArray(matterCases.state, ['IN_PROGRESS', 'UNDOING']));
  const found = new Map<string, Feed>();
  for (const { matter, version } of open) {
    const definition = await readDefinition(db, matter, version);
    for (const step of definition.steps) {
      if (step.kind !== 'CASE') continue;
      const { department, changes } = step;
      found.set(changes, { department, changes, basis: definition.basis });
    }
  }
  return [...found.values()];
}

function numbersOf(changes: readonly CaseChange[]): string[] {
  return [...new Set(changes.map(({ number }) => number))];
}
