import { endOfDay, startOfDay } from '@yiwang/working-days';
import { asc } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { DataResourceModel } from '../catalogue/models.ts';
import type { SharingPoint, StatisticsInterval } from '../generated/types.ts';
import { supergraphVersions } from '../registry/tables.ts';
import type { SharingOptions } from '../sharing/sharing.ts';
import { readAnswerTimes } from './answer-times.ts';
import { NO_FIELDS } from './field-classes.ts';
import { fieldShares } from './field-shares.ts';
import { type Granted, grantedAt } from './granted-fields.ts';
import type { SharingFiguresModel, SharingStatisticsModel } from './models.ts';
import { pointsOf } from './points.ts';
import { type ClassesOfVersion, createPublishedClasses } from './published-classes.ts';
import { readResourceCalls } from './resource-calls.ts';

/** Figures of all departments that are looked at together, and of each. */
interface Figures {
  total: SharingFiguresModel;
  of(department: string): SharingFiguresModel;
}

/** Statistics of sharing; see prepareLoaders. */
export function prepareStatisticsLoaders(db: PostgresJsDatabase, { now }: SharingOptions) {
  const publishedClasses = createPublishedClasses(db);

  /** Oldest first. */
  const versions = db
    .select({ version: supergraphVersions.version, createdAt: supergraphVersions.createdAt })
    .from(supergraphVersions)
    .orderBy(asc(supergraphVersions.version))
    .prepare('versions_over_time');

  async function figures({ departments, from, until }: SharingStatisticsModel): Promise<Figures> {
    const moment = now();
    const [[point], answers] = await Promise.all([
      look([moment], departments),
      readAnswerTimes(db, departments, { from: startOfDay(from), until: endOfDay(until), now: moment }),
    ]);
    const { classes, granted } = point!;
    const figuresOf = (names: readonly string[], department: string | null) => ({
      shares: sharesOf(names, classes, granted),
      grantsInForce: countGrants(names, granted),
      applications: answers(department, 'APPLICATION'),
      corrections: answers(department, 'CORRECTION'),
    });
    return { total: figuresOf(departments, null), of: (department) => figuresOf([department], department) };
  }

  async function sharingOverTime(
    { departments, from, until }: SharingStatisticsModel,
    every: StatisticsInterval,
  ): Promise<SharingPoint[]> {
    const points = await look(pointsOf(from, until, every, now()), departments);
    return points.map(({ at, version, classes, granted }) => ({
      at: at.toISOString(),
      version,
      shares: sharesOf(departments, classes, granted),
      grantsInForce: countGrants(departments, granted),
    }));
  }

  /** What was published and granted at moments, oldest first. */
  async function look(moments: readonly Date[], departments: readonly string[]) {
    const [published, granted] = await Promise.all([versions.execute(), grantedAt(db, moments)]);
    const versionAt = (at: Date) =>
      published.findLast(({ createdAt }) => Date.parse(createdAt) <= at.getTime())?.version ?? null;
    const points = moments.map((at, i) => ({ at, version: versionAt(at), granted: granted[i]! }));
    const asked = [...new Set(points.flatMap(({ version }) => version ?? []))];
    const classes = await publishedClasses(asked, departments);
    return points.map((point) => ({ ...point, classes: classes.get(point.version ?? 0) ?? new Map() }));
  }

  return {
    sharingFigures: once(figures),
    sharingOverTime,
    resourceCalls: (
      resources: readonly DataResourceModel[],
      days: Pick<SharingStatisticsModel, 'from' | 'until'>,
      first: number,
    ) => readResourceCalls(db, resources, days, first),
  };
}

function sharesOf(departments: readonly string[], classes: ClassesOfVersion, granted: Granted) {
  return fieldShares(
    departments.map((department) => ({
      classes: classes.get(department) ?? NO_FIELDS,
      granted: granted.get(department)?.fields ?? new Set(),
    })),
  );
}

function countGrants(departments: readonly string[], granted: Granted): number {
  return departments.reduce((total, department) => total + (granted.get(department)?.grants ?? 0), 0);
}

/** Several fields of one object ask for the same figures. */
function once<Asked extends object, Result>(make: (asked: Asked) => Result): (asked: Asked) => Result {
  const made = new WeakMap<Asked, Result>();
  return (asked) => {
    const known = made.get(asked);
    if (known !== undefined) return known;
    const result = make(asked);
    made.set(asked, result);
    return result;
  };
}
