import {
  anyOf,
  askedKey,
  askedKeys,
  createPageLoader,
  createRowLoader,
  createRowsLoader,
  defineLoaders,
  preparePages,
} from '@yiwang/subgraph-kit';
import type { PrefillRow } from '@yiwang/subgraph-kit/prefill/tables';
import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { createMyMatterCases } from './cases/my-matter-cases.ts';
import { behindMatterCase, matterCaseCursor } from './cursors.ts';
import { createCountSteps, type StepCountRow } from './definition/item-use.ts';
import {
  matterCasePrefills,
  type MatterCaseRow,
  matterCases,
  type MatterEventRow,
  matterEvents,
  type MatterStepRow,
  matterSteps,
  type MatterVersionRow,
  matterVersions,
} from './tables.ts';

export type Loaders = ReturnType<ReturnType<typeof prepareLoaders>>;

/**
 * The SQL of reads. Statements are prepared once for a database; the function that is returned makes one request's loaders, which
 * forget everything with the request.
 */
export function prepareLoaders(db: PostgresJsDatabase, now: () => Date) {
  const keys = sql.placeholder('keys');
  const wasSubmitted = isNotNull(matterCases.submittedAt);

  /** Uses the index matter_versions_published. */
  const publishedMatters = db
    .select()
    .from(matterVersions)
    .where(and(eq(matterVersions.state, 'PUBLISHED'), anyOf(matterVersions.matter, keys)))
    .prepare('published_matters');
  const allPublished = db
    .select()
    .from(matterVersions)
    .where(eq(matterVersions.state, 'PUBLISHED'))
    .orderBy(asc(matterVersions.matter))
    .limit(MAX_MATTERS)
    .prepare('all_published_matters');
  const versionsByKey = db
    .select()
    .from(matterVersions)
    .where(
      sql`(${matterVersions.matter}, ${matterVersions.version}) in (select split_part(key, ' ', 1), split_part(key, ' ', 2)::int from unnest(${keys}::text[]) as key)`,
    )
    .prepare('matter_versions_by_key');
  const casesByNumber = db
    .select()
    .from(matterCases)
    .where(anyOf(matterCases.number, keys))
    .prepare('matter_cases_by_number');
  const stepsByCase = db
    .select()
    .from(matterSteps)
    .where(anyOf(matterSteps.caseNumber, keys))
    .orderBy(asc(matterSteps.caseNumber), asc(matterSteps.position))
    .prepare('matter_steps_by_case');
  const eventsByCase = db
    .select()
    .from(matterEvents)
    .where(anyOf(matterEvents.caseNumber, keys))
    .orderBy(asc(matterEvents.caseNumber), asc(matterEvents.sequence))
    .prepare('matter_events_by_case');
  /** Uses the primary key. */
  const prefillsByCase = db
    .select()
    .from(matterCasePrefills)
    .where(anyOf(matterCasePrefills.caseNumber, keys))
    .orderBy(asc(matterCasePrefills.caseNumber), asc(matterCasePrefills.field))
    .prepare('matter_prefills_by_case');
  const countsByApplicant = db
    .select({ uscc: sql<string>`${matterCases.applicantUscc}`, count: count() })
    .from(matterCases)
    .where(and(anyOf(matterCases.applicantUscc, keys), wasSubmitted))
    .groupBy(matterCases.applicantUscc)
    .prepare('matter_case_counts');

  /** Uses the index matter_cases_applicant. */
  const casesOf = preparePages<MatterCaseRow>(matterCaseCursor, ({ keys, limit, after }) => {
    const page = db
      .select()
      .from(matterCases)
      .where(
        and(
          eq(matterCases.applicantUscc, askedKey),
          wasSubmitted,
          after ? behindMatterCase(after) : undefined,
        ),
      )
      .orderBy(desc(matterCases.startedOn), desc(matterCases.number))
      .limit(limit)
      .as('page');
    return db.select(page._.selectedFields).from(askedKeys(keys)).crossJoinLateral(page);
  });

  const myMatterCases = createMyMatterCases(db);
  const countSteps = createCountSteps(db, now);

  return defineLoaders({
    allMatters: () => allPublished.execute(),
    matterByCode: createRowLoader<MatterVersionRow>(
      ({ matter }) => matter,
      (codes) => publishedMatters.execute({ keys: codes }),
    ),
    /** By code of the matter. */
    stepCountsOf: createRowsLoader<StepCountRow>(({ matter }) => matter, countSteps),
    /** By `${matter} ${version}`. */
    versionByKey: createRowLoader<MatterVersionRow>(
      ({ matter, version }) => `${matter} ${version}`,
      (found) => versionsByKey.execute({ keys: found }),
    ),
    caseByNumber: createRowLoader<MatterCaseRow>(
      ({ number }) => number,
      (numbers) => casesByNumber.execute({ keys: numbers }),
    ),
    stepsOf: createRowsLoader<MatterStepRow>(
      ({ caseNumber }) => caseNumber,
      (numbers) => stepsByCase.execute({ keys: numbers }),
    ),
    eventsOf: createRowsLoader<MatterEventRow>(
      ({ caseNumber }) => caseNumber,
      (numbers) => eventsByCase.execute({ keys: numbers }),
    ),
    prefillOf: createRowsLoader<PrefillRow>(
      ({ caseNumber }) => caseNumber,
      (numbers) => prefillsByCase.execute({ keys: numbers }),
    ),
    casesOf: createPageLoader<MatterCaseRow>(({ applicantUscc }) => applicantUscc!, casesOf),
    caseCountOf: createRowLoader<{ uscc: string; count: number }>(
      ({ uscc }) => uscc,
      (usccs) => countsByApplicant.execute({ keys: usccs }),
    ),
    myMatterCases,
  });
}

const MAX_MATTERS = 200;
