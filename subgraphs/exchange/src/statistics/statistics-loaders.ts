import { PublicError } from '@yiwang/errors';
import { addDays, dayOf, endOfDay, startOfDay } from '@yiwang/codes/working-days';
import { asc } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { DataResourceModel } from '../catalogue/catalogue.ts';
import type { SharingPoint, StatisticsInterval } from '../generated/types.ts';
import type { SharingOptions } from '../sharing/sharing.ts';
import { supergraphVersions } from '../tables/registry-tables.ts';
import { readAnswerTimes } from './answer-times.ts';
import { createPublishedClasses } from './field-classes.ts';
import { fieldShares, type Granted, readGranted } from './field-shares.ts';
import { readResourceCalls } from './resource-calls.ts';
import type { SharingFiguresModel, SharingStatisticsModel } from './statistics-models.ts';

const MAX_POINTS = 400;

/** The figures of all selected departments together, and of each. */
interface Figures {
  total: SharingFiguresModel;
  of(department: string): SharingFiguresModel;
}

/** Loaders of the statistics of sharing; see prepareLoaders. */
export function prepareStatisticsLoaders(db: PostgresJsDatabase, { now }: SharingOptions) {
  const publishedClasses = createPublishedClasses(db);

  /** Oldest first. */
  const versions = db
    .select({ version: supergraphVersions.version, createdAt: supergraphVersions.createdAt })
    .from(supergraphVersions)
    .orderBy(asc(supergraphVersions.version))
    .prepare('versions_over_time');

  async function readFigures({ departments, from, until }: SharingStatisticsModel): Promise<Figures> {
    const moment = now();
    const [[point], answers] = await Promise.all([
      readPoints([moment], departments),
      readAnswerTimes(db, departments, { from: startOfDay(from), until: endOfDay(until), now: moment }),
    ]);
    const { classes, granted } = point!;
    const figuresOf = (names: readonly string[], department: string | null) => ({
      shares: fieldShares(names, classes, granted),
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
    const points = await readPoints(pointsOf(from, until, every, now()), departments);
    return points.map(({ at, version, classes, granted }) => ({
      at: at.toISOString(),
      version,
      shares: fieldShares(departments, classes, granted),
      grantsInForce: countGrants(departments, granted),
    }));
  }

  /**
   * What was published and granted at each moment.
   *
   * @param moments oldest first
   */
  async function readPoints(moments: readonly Date[], departments: readonly string[]) {
    const [published, granted] = await Promise.all([versions.execute(), readGranted(db, moments)]);
    const versionAt = (at: Date) =>
      published.findLast(({ createdAt }) => Date.parse(createdAt) <= at.getTime())?.version ?? null;
    const points = moments.map((at, i) => ({ at, version: versionAt(at), granted: granted[i]! }));
    const versionsInUse = [...new Set(points.flatMap(({ version }) => version ?? []))];
    const classes = await publishedClasses(versionsInUse, departments);
    return points.map((point) => ({ ...point, classes: classes.get(point.version ?? 0) ?? new Map() }));
  }

  return {
    sharingFigures: memoize(readFigures),
    sharingOverTime,
    resourceCalls: (
      resources: readonly DataResourceModel[],
      days: Pick<SharingStatisticsModel, 'from' | 'until'>,
      first: number,
    ) => readResourceCalls(db, resources, days, first),
  };
}

function countGrants(departments: readonly string[], granted: Granted): number {
  return departments.reduce((total, department) => total + (granted.get(department)?.grants ?? 0), 0);
}

/** Caches results by argument: several fields of one object need the same figures. */
function memoize<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const cache = new WeakMap<Key, Result>();
  return (key) => {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const result = compute(key);
    cache.set(key, result);
    return result;
  };
}

/**
 * The ends of the days, weeks or months in China, oldest first; also the end of the last day. Today ends now, and later days are
 * left out.
 *
 * @throws PublicError INVALID_ARGUMENT when there are more than {@link MAX_POINTS}
 */
function pointsOf(from: string, until: string, every: StatisticsInterval, now: Date): Date[] {
  const today = dayOf(now);
  const last = until < today ? until : today;
  const points: Date[] = [];
  for (let day = from; day <= last; day = addDays(day, 1)) {
    if (day !== last && !isEnd(day, every)) continue;
    points.push(day === today ? now : endOfDay(day));
    if (points.length > MAX_POINTS) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `overTime would have more than ${MAX_POINTS} points: choose a longer interval, or fewer days.`,
      );
    }
  }
  return points;
}

function isEnd(day: string, every: StatisticsInterval): boolean {
  if (every === 'DAY') return true;
  if (every === 'WEEK') return new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
  return addDays(day, 1).endsWith('-01');
}
