import type { DashboardMattersQuery } from '../../../graphql/generated/graphql.ts';

type Given = NonNullable<DashboardMattersQuery['matterTimeStatistics']>[number];

export interface MatterRow {
  matter: { code: string; name: string; nameEn: string; promisedDays: number };
  region: { code: string; name: string };
  completed: number;
  undone: number;
  overdue: number;
  /** Means of the applications whose times are told; null where none are. */
  times: MatterTimes | null;
}

export interface MatterTimes {
  workingDays: number;
  officialHours: number;
  applicantHours: number;
  machineHours: number;
}

const TIMES = ['workingDays', 'officialHours', 'applicantHours', 'machineHours'] as const;

/**
 * One row for each matter and city, of all months together. Times are not told for few applications, so that nobody can be
 * recognised: a mean is of the months for which they are.
 *
 * @param region only of this city; of all when it is a province
 */
export function toMatterRows(statistics: readonly Given[], region: string): MatterRow[] {
  const groups = new Map<string, Given[]>();
  for (const one of statistics) {
    if (!one.matter || !one.region?.code.startsWith(region.slice(0, 4))) continue;
    const key = `${one.matter.code} ${one.region.code}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => {
      const { matter, region: place } = group[0]!;
      const sum = (of: (one: Given) => number) => group.reduce((total, one) => total + of(one), 0);
      return {
        matter: {
          code: matter!.code,
          name: matter!.name,
          nameEn: matter!.nameEn,
          promisedDays: matter!.promisedDays,
        },
        region: { code: place!.code, name: place!.name ?? place!.code },
        completed: sum(({ completed }) => completed),
        undone: sum(({ undone }) => undone),
        overdue: sum(({ overdue }) => overdue),
        times: meanOf(group),
      };
    });
}

function meanOf(group: readonly Given[]): MatterTimes | null {
  const known = group.filter((one) => TIMES.every((name) => one[name] !== null && one[name] !== undefined));
  const weight = known.reduce((total, { completed }) => total + completed, 0);
  if (weight === 0) return null;
  const means = TIMES.map((name) => [
    name,
    known.reduce((total, one) => total + one[name]! * one.completed, 0) / weight,
  ]);
  return Object.fromEntries(means) as unknown as MatterTimes;
}
