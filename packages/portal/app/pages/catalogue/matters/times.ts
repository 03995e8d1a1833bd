/** What one month and region of the statistics say; hours are means of those that were completed. */
interface MonthOfTimes {
  completed: number;
  undone: number;
  overdue: number;
  workingDays?: number | null;
  officialHours?: number | null;
  applicantHours?: number | null;
  machineHours?: number | null;
}

export interface Times {
  completed: number;
  undone: number;
  overdue: number;
  /** Means over all that were completed and are timed. Null when none is. */
  workingDays: number | null;
  hours: { official: number; applicant: number; machine: number } | null;
}

/** Puts months and regions together: each counts by how many were completed in it. */
export function addUp(months: readonly MonthOfTimes[]): Times {
  const sum = (pick: (month: MonthOfTimes) => number) => months.reduce((total, one) => total + pick(one), 0);
  const mean = (pick: (month: MonthOfTimes) => number | null | undefined): number | null => {
    const timed = months.filter((month) => month.completed > 0 && pick(month) != null);
    const weight = timed.reduce((total, { completed }) => total + completed, 0);
    return weight === 0 ? null : timed.reduce((total, one) => total + one.completed * pick(one)!, 0) / weight;
  };
  const [official, applicant, machine] = [
    mean(({ officialHours }) => officialHours),
    mean(({ applicantHours }) => applicantHours),
    mean(({ machineHours }) => machineHours),
  ];
  return {
    completed: sum(({ completed }) => completed),
    undone: sum(({ undone }) => undone),
    overdue: sum(({ overdue }) => overdue),
    workingDays: mean(({ workingDays }) => workingDays),
    hours:
      official === null || applicant === null || machine === null ? null : { official, applicant, machine },
  };
}

/** The last twelve months up to a day, as the statistics take them; days are those of China. */
export function lastYear(now: Date): { from: string; until: string } {
  const until = new Date(now.getTime() + 8 * 3_600_000);
  const from = new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() - 11, 1));
  return { from: from.toISOString().slice(0, 10), until: until.toISOString().slice(0, 10) };
}
